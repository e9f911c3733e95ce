import { addMinutes, subDays, subHours, subMinutes } from 'date-fns'
import type { SourceName, SourceReading } from '#src/domain/cycle.ts'
import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import type { Project } from '#src/domain/project.ts'
import { recordSignal, signalId, type Signal } from '#src/domain/signal.ts'
import { ALERT_AFTER_MINUTES, spellsAfter } from '../blind-spells.ts'
import { closeCheck, type CloseDeps } from '../close-check.ts'
import { dailyDueAt } from '../daily-due.ts'
import type { HealthReport, PageOfCheck } from '../messages.ts'
import { latestOfEach, type Found } from './latest-of-each.ts'

/** Ids on one page of work, so that no message comes near the 256 KB between states. */
const PAGE_IDS = 500
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

export type DetectDeps = CloseDeps & {
  now(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  projects(): Promise<Project[]>
  /** The connected sources; one that was never connected is not among them, and is not blind. */
  sources: Watched[]
  known(ids: string[]): Promise<Set<string>>
  openIds(): Promise<string[]>
  savePage(slot: string, page: number, content: { ids: string[]; again: string[] }): Promise<void>
  dailyDone(day: string): Promise<boolean>
}

/**
 * Reads what changed since the checkpoint and records it, then the gate: nothing new, nothing unfinished and no daily
 * work due ends the check here, without a model call. A source that can't be read leaves the checkpoint where it was.
 */
export async function detectChanges(deps: DetectDeps, report: HealthReport): Promise<PageOfCheck> {
  const projects = await deps.projects()
  const read = await Promise.all(deps.sources.map((watched) => readSource(deps, watched, projects, report)))
  const recorded = read.flatMap((each) => each.recorded)
  const ids = [...new Set([...recorded, ...(await deps.openIds())])]
  const day = dailyDueAt(new Date(report.slot), report.desk.workingHours)
  const due = day !== undefined && !(await deps.dailyDone(day))
  const again = due ? projects.map(({ id }) => id) : []
  const pages = Math.max(Math.ceil(ids.length / PAGE_IDS), again.length > 0 ? 1 : 0)
  for (let page = 1; page <= pages; page++) {
    const content = { ids: ids.slice((page - 1) * PAGE_IDS, page * PAGE_IDS), again: page === 1 ? again : [] }
    await deps.savePage(report.slot, page, content)
  }
  const found: PageOfCheck = {
    slot: report.slot,
    startedAt: report.startedAt,
    desk: report.desk,
    page: 1,
    pages,
    quiet:
      ids.length === 0 &&
      !due &&
      !(await alertDue(
        deps,
        read.map(({ reading }) => reading),
        report.slot,
      )),
    more: pages > 0,
    signals: ids.length,
    readings: read.map(({ reading }) => reading),
    health: report.health,
  }
  if (found.quiet) await closeCheck(deps, { ...found, ended: 'quiet', reason: null, events: [] })
  return found
}

/** A source has been unreadable for so long that the PM is told by mail; housekeeping does it, once for each spell. */
async function alertDue(deps: DetectDeps, readings: SourceReading[], slot: string): Promise<boolean> {
  if (readings.every(({ ok }) => ok)) return false
  const long = subMinutes(new Date(slot), ALERT_AFTER_MINUTES).toISOString()
  return spellsAfter((await deps.running())?.blind ?? [], readings).some(({ since }) => since <= long)
}

async function readSource(
  deps: DetectDeps,
  watched: Watched,
  projects: Project[],
  report: HealthReport,
): Promise<{ reading: SourceReading; recorded: string[] }> {
  const { source } = watched
  const readAt = report.slot
  try {
    const recorded = await recordChanges(deps, watched, projects, new Date(readAt))
    return { recorded, reading: { source, ok: true, readAt, changed: recorded.length, reason: null } }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SourceUnreadable') throw error
    return { recorded: [], reading: { source, ok: false, readAt, changed: 0, reason: error.message } }
  }
}

async function recordChanges(
  deps: DetectDeps,
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
  deps: DetectDeps,
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

function unreadable(deps: DetectDeps, { ref, why }: { ref: string; why: string }, at: Date): ActivityEvent {
  const id = deps.newId(at, 'unreadable', ref, why)
  const [projectId = 'GLOBAL'] = /^[A-Z][A-Z0-9_]*(?=-\d+$)/.exec(ref) ?? []
  return eventOf(
    { id, projectId, kind: 'signal_unreadable', text: `${ref} could not be read: ${why}`, ref },
    at,
  )
}
