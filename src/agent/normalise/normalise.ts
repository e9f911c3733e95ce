import { anchorKind, joinSignals, type Matter } from '#src/domain/matter.ts'
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

/** What was read last says how the ticket stands; a signal left over from an earlier check changes nothing of that. */
async function join(deps: NormaliseDeps, group: Signal[]): Promise<void> {
  const newest = group.at(-1)
  const read = group.toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt)).at(-1)
  if (!newest || !read) return
  const before = await deps.matter(newest.project, newest.ref)
  const ids = group.map((each) => each.id)
  if (before && ids.every((id) => before.signalIds.includes(id))) return
  const { proposal, problem, raised, commentedAt } = before ?? FRESH
  const stand = before && before.readAt > read.recordedAt ? before : standOf(read)
  await deps.saveMatter({
    id: newest.ref,
    projectId: newest.project,
    version: (before?.version ?? 0) + 1,
    title: stand.title,
    url: stand.url,
    context: stand.context,
    unownedSince: stand.unownedSince,
    readAt: stand.readAt,
    signalIds: joinSignals(before?.signalIds ?? [], ids),
    anchors: { ...before?.anchors, ...anchorsOf(group) },
    lastSignalAt: latest(before?.lastSignalAt, newest.occurredAt),
    ...{ proposal, problem, raised, commentedAt },
  })
}

const FRESH = { proposal: null, problem: null, raised: null, commentedAt: null }

function standOf({ title, url, context, unownedSince, recordedAt }: Signal) {
  return { title, url, context, unownedSince, readAt: recordedAt }
}

function anchorsOf(group: Signal[]): Matter['anchors'] {
  const anchors: Matter['anchors'] = {}
  for (const { kind, id } of group) {
    const anchor = anchorKind.safeParse(kind)
    if (anchor.success) anchors[anchor.data] = id
  }
  return anchors
}

function latest(known: string | undefined, found: string): string {
  return known !== undefined && known > found ? known : found
}
