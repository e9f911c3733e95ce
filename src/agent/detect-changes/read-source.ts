import { addMinutes, subDays, subHours } from 'date-fns'
import type { SourceName, SourceReading } from '#src/domain/cycle.ts'
import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import type { Project } from '#src/domain/project.ts'
import { recordSignal, signalId, type Signal } from '#src/domain/signal.ts'
import { latestOfEach, type Found } from './latest-of-each.ts'

/** A search may lag behind a change, so each read looks back a little further than the last one ended. */
const OVERLAP_MINUTES = 5
/** How far behind the checkpoint a change found by such a read may lie. */
const LATE_HOURS = 24
/** Nothing older is recorded by a resync: its signal would expire at once. */
const OLDEST_DAYS = 80

type Checkpoint = {
  version: number
  readUpTo: string
  bootstrappedAt: string
  unreadable: string[]
  cursor: string | null
}

/** One source and how far it has been read. */
export type Watched = {
  source: SourceName
  account: string
  changedSince(
    projects: string[],
    from: { since: Date | undefined; cursor: string | null },
  ): AsyncIterable<{ changes: Found[]; unreadable: { ref: string; why: string }[]; cursor?: string }>
  checkpoint(): Promise<Checkpoint | undefined>
  record(signals: Signal[], next: Checkpoint, events: ActivityEvent[]): Promise<void>
}

export type ReadDeps = {
  newId(at: Date, ...parts: (string | number)[]): string
  known(ids: string[]): Promise<Set<string>>
}

/** Reads one source and records what is new of it. One that can't be read leaves the checkpoint where it was. */
export async function readSource(
  deps: ReadDeps,
  watched: Watched,
  projects: Project[],
  readAt: string,
): Promise<{ reading: SourceReading; recorded: string[] }> {
  const { source } = watched
  try {
    const recorded = await recordChanges(deps, watched, projects, new Date(readAt))
    return { recorded, reading: { source, ok: true, readAt, changed: recorded.length, reason: null } }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SourceUnreadable') throw error
    return { recorded: [], reading: { source, ok: false, readAt, changed: 0, reason: error.message } }
  }
}

async function recordChanges(
  deps: ReadDeps,
  watched: Watched,
  projects: Project[],
  at: Date,
): Promise<string[]> {
  const before = await watched.checkpoint()
  const since = before ? addMinutes(new Date(before.readUpTo), -OVERLAP_MINUTES) : undefined
  // By id: when Jira lets a page expire, the same change comes twice in one read.
  const fresh = new Map<string, Signal>()
  const events = new Map<string, ActivityEvent>()
  const blurred = new Set(before?.unreadable)
  const names = projects.map((each) => each.id)
  let cursor = before?.cursor ?? null
  let seen = 0
  for await (const page of watched.changedSince(names, { since, cursor })) {
    cursor = page.cursor ?? cursor
    seen += page.changes.length
    for (const signal of await newSignals(deps, watched, page.changes, before, at))
      fresh.set(signal.id, signal)
    for (const { raw } of page.changes) blurred.delete(raw.ref)
    for (const found of page.unreadable) {
      if (!blurred.has(found.ref)) events.set(found.ref, unreadable(deps, found, at))
      blurred.add(found.ref)
    }
  }
  // A new mark is kept only when the old one would bring the same things again, as after the source forgot it.
  const isRepeated = seen > 0 && cursor !== before?.cursor
  if (before && fresh.size === 0 && events.size === 0 && !isRepeated) return []
  const next = {
    version: (before?.version ?? 0) + 1,
    readUpTo: at.toISOString(),
    bootstrappedAt: before?.bootstrappedAt ?? at.toISOString(),
    unreadable: [...blurred],
    cursor,
  }
  await watched.record([...fresh.values()], next, [...events.values()])
  return [...fresh.keys()]
}

async function newSignals(
  deps: ReadDeps,
  { account }: Watched,
  changes: Found[],
  before: Checkpoint | undefined,
  at: Date,
): Promise<Signal[]> {
  const wanted = before ? changes.filter(({ raw }) => isFresh(raw, before, at)) : latestOfEach(changes, at)
  const known = await deps.known(wanted.map(({ raw }) => signalId(raw, account)))
  return wanted
    .filter(({ raw }) => !known.has(signalId(raw, account)))
    .map(({ raw, unownedSince }) => recordSignal(raw, { account, at, bootstrap: !before, unownedSince }))
}

/** What could not be read before is new however old it is; the rest may be late by a day at the most. */
function isFresh({ occurredAt, ref }: Found['raw'], before: Checkpoint, at: Date): boolean {
  const late = subHours(new Date(before.readUpTo), LATE_HOURS).toISOString()
  const oldest = subDays(at, OLDEST_DAYS).toISOString()
  if (occurredAt <= before.bootstrappedAt || occurredAt <= oldest) return false
  return occurredAt > late || before.unreadable.includes(ref)
}

function unreadable(deps: ReadDeps, { ref, why }: { ref: string; why: string }, at: Date): ActivityEvent {
  const id = deps.newId(at, 'unreadable', ref, why)
  const [projectId = 'GLOBAL'] = /^[A-Z][A-Z0-9_]*(?=-\d+$)/.exec(ref) ?? []
  return eventOf(
    { id, projectId, kind: 'signal_unreadable', text: `${ref} could not be read: ${why}`, ref },
    at,
  )
}
