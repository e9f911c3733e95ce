import { subDays } from 'date-fns/subDays'
import type { RawSignal } from '#src/domain/raw-signal.ts'

/** A change as a source gives it. */
export type Found = { raw: RawSignal; unownedSince: string | null }

/** Work that ended this lately may still turn out not to be done. */
const DAYS_OF_DONE = 14

/** On connecting a project, the latest change of each open issue is recorded: something to cite, that raises nothing. */
export function latestOfEach(changes: Found[], at: Date): Found[] {
  const latest = new Map<string, Found>()
  for (const change of changes) {
    const known = latest.get(change.raw.ref)
    if (!known || known.raw.occurredAt <= change.raw.occurredAt) latest.set(change.raw.ref, change)
  }
  return [...latest.values()].filter((each) => isWorthCiting(each, at))
}

/** Work that is open or was until lately, work that past sprints are measured by, and what was written lately. */
function isWorthCiting({ raw }: Found, at: Date): boolean {
  if (raw.source === 'outlook') return true
  const { statusCategory, sprints } = raw.context
  if (statusCategory !== 'done' || sprints.length > 0) return true
  return raw.occurredAt >= subDays(at, DAYS_OF_DONE).toISOString()
}
