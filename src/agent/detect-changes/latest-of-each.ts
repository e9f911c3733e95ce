import type { RawSignal } from '#src/domain/raw-signal.ts'

/** A change as a source gives it. */
export type Found = { raw: RawSignal; unownedSince: string | null }

/** On connecting a project, the latest change of each open issue is recorded: something to cite, that raises nothing. */
export function latestOfEach(changes: Found[]): Found[] {
  const latest = new Map<string, Found>()
  for (const change of changes) {
    const known = latest.get(change.raw.ref)
    if (!known || known.raw.occurredAt <= change.raw.occurredAt) latest.set(change.raw.ref, change)
  }
  return [...latest.values()].filter(isWorthCiting)
}

/** Work that is open, work that past sprints are measured by, and what was written lately. */
function isWorthCiting({ raw }: Found): boolean {
  if (raw.source !== 'jira') return true
  return raw.context.statusCategory !== 'done' || raw.context.sprints.length > 0
}
