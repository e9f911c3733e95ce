import { joinSignals, type Matter } from '#src/domain/matter.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { Verdict } from '#src/domain/verdict.ts'
import type { PageOfCheck } from '../messages.ts'
import { triage } from '../rules/triage.ts'

export type NormaliseDeps = {
  now(): Date
  page(slot: string, page: number): Promise<string[]>
  signals(ids: string[]): Promise<Signal[]>
  saveSignals(signals: Signal[]): Promise<void>
  matter(projectId: string, id: string): Promise<Matter | undefined>
  saveMatter(next: Matter): Promise<void>
}

/** Joins each signal to its project and matter and lets the rules have their first pass: what they decide, no model sees. */
export async function normalise(deps: NormaliseDeps, check: PageOfCheck): Promise<PageOfCheck> {
  const signals = await deps.signals(await deps.page(check.slot, check.page))
  const open = signals.filter((each) => each.state === 'open')
  for (const group of Map.groupBy(open, (each) => each.ref).values()) await join(deps, group)
  const untouched = open.filter((each) => each.matterId === null)
  await deps.saveSignals(untouched.map((each) => place(each, triage(each, deps.now()))))
  return check
}

function place(signal: Signal, verdict: Verdict | undefined): Signal {
  return {
    ...signal,
    version: signal.version + 1,
    projectId: signal.project,
    matterId: signal.ref,
    verdict: verdict ?? null,
  }
}

/** The newest signal says how the ticket reads now; an older one that was late changes nothing. */
async function join(deps: NormaliseDeps, group: Signal[]): Promise<void> {
  const newest = group.at(-1)
  if (!newest) return
  const before = await deps.matter(newest.project, newest.ref)
  const ids = group.map((each) => each.id)
  if (before && ids.every((id) => before.signalIds.includes(id))) return
  const lastSignalAt =
    before && before.lastSignalAt > newest.occurredAt ? before.lastSignalAt : newest.occurredAt
  await deps.saveMatter({
    ...(before ?? { proposal: null, raised: null, commentedAt: null }),
    id: newest.ref,
    projectId: newest.project,
    version: (before?.version ?? 0) + 1,
    title: newest.title,
    url: newest.url,
    context: newest.context,
    unownedSince: newest.unownedSince,
    signalIds: joinSignals(before?.signalIds ?? [], ids),
    lastSignalAt,
  })
}
