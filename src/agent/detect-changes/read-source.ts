import { max } from 'date-fns/max'
import { min } from 'date-fns/min'
import { subDays } from 'date-fns/subDays'
import { subHours } from 'date-fns/subHours'
import type { SourceReading } from '#src/domain/cycle.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Project } from '#src/domain/project.ts'
import { recordSignal, signalId, type Signal } from '#src/domain/signal.ts'
import type { Waiting } from './in-turns.ts'
import type { Checkpoint, Page, ReadDeps, Watched } from './watched.ts'
import { goneAmong, recordGone } from './gone-tickets.ts'
import { latestOfEach, type Found } from './latest-of-each.ts'
import { LATE_HOURS, lookBack, ordinary, shownLate } from './look-back.ts'
import { Tally } from './tally.ts'
import { unreadableEvent } from './unreadable-event.ts'

/** Nothing older is recorded by a resync: its signal would expire at once. */
const OLDEST_DAYS = 80
/** Real time for reading one source; what is left then is read by the next check, from where this one came to. */
const READING_MS = 60_000

/**
 * Reads one source and records what is new of it. What was recorded before it failed stays recorded, and waits its turn.
 * `daily`: what no poll tells is asked for too: which of these tickets are still there, and the boards' sprints.
 */
export async function readSource(
  deps: ReadDeps,
  watched: Watched,
  projects: Project[],
  readAt: string,
  daily: { tickets: Matter[] } | null = null,
): Promise<{ reading: SourceReading; recorded: Waiting[] }> {
  const { source, account } = watched
  const recorded = new Map<string, Waiting>()
  const end = (ok: boolean, reason: string | null, more: Partial<SourceReading> = {}) => {
    const reading = { source, ok, readAt, changed: recorded.size, reason, account, ...more }
    return { recorded: [...recorded.values()], reading }
  }
  try {
    const at = new Date(readAt)
    const told = await recordChanges(deps, watched, { projects, at, recorded, daily: daily !== null })
    if (daily) {
      const gone = await recordGone(deps, watched, daily.tickets, at)
      for (const { id, kind, ref } of gone) recorded.set(id, { id, kind, ref })
      await readBoards(deps, watched, projects)
    }
    return end(true, null, told)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SourceUnreadable') throw error
    return end(false, error.message)
  }
}

async function readBoards(
  { saveSprints }: ReadDeps,
  { sprints }: Watched,
  projects: Project[],
): Promise<void> {
  if (sprints) for (const { id } of projects) await saveSprints(id, await sprints(id))
}

type Wanted = { projects: Project[]; at: Date; recorded: Map<string, Waiting>; daily: boolean }

/**
 * Records page by page; each page's last transaction moves the checkpoint, so that whatever ends this read, the next one goes
 * on after the last page that was recorded. Gives what else there is to say of the read.
 */
async function recordChanges(
  deps: ReadDeps,
  watched: Watched,
  { projects, at, recorded, daily }: Wanted,
): Promise<Partial<SourceReading>> {
  const before = await watched.checkpoint()
  const since = before && lookBack(before.readUpTo, at, daily)
  const names = projects.map((each) => each.id)
  const until = deps.realNow().getTime() + READING_MS
  const tally = new Tally()
  let checkpoint = before
  for await (const page of watched.changedSince(names, { since, cursor: before?.cursor ?? null })) {
    const told = checkpoint?.unreadable ?? []
    const around = { deps, watched, before, at, recorded, told }
    const found = await newOn(await withGone(page, around, names), around)
    const next = advanced(checkpoint, page, found.blurred, at)
    tally.add(page, found)
    await tally.tellLate(watched, at)
    if (isWorthSaving({ before, checkpoint, next, page, found })) {
      await watched.record(found.fresh, next, found.events)
      checkpoint = next
    }
    for (const { id, kind, ref } of found.fresh) recorded.set(id, { id, kind, ref })
    if (deps.realNow().getTime() > until) break
  }
  const whole = { since, readUpTo: before?.readUpTo, bootstrapped: Boolean(before?.bootstrappedAt), at }
  return await tally.told(deps, watched, { ...whole, projects: names, brought: recorded.size })
}

type Around = {
  deps: ReadDeps
  watched: Watched
  before: Checkpoint | undefined
  at: Date
  /** When Jira lets a page expire, the same change comes twice in one read. */
  recorded: Map<string, Waiting>
  told: string[]
}
type New = { fresh: Signal[]; late: Signal[]; events: ActivityEvent[]; blurred: string[] }

async function newOn(page: Page, { deps, watched, before, at, recorded, told }: Around): Promise<New> {
  const bootstrap = !before?.bootstrappedAt
  const wanted = bootstrap
    ? latestOfEach(page.changes, at)
    : page.changes.filter(({ raw }) => isFresh(raw, before, at))
  const idOf = ({ raw }: Found) => signalId(raw, watched.account)
  const byId = new Map(wanted.filter((each) => !recorded.has(idOf(each))).map((each) => [idOf(each), each]))
  const known = await deps.known([...byId.keys()])
  const fresh = [...byId].flatMap(([id, { raw, unownedSince }]) =>
    known.has(id) ? [] : [recordSignal(raw, { account: watched.account, at, bootstrap, unownedSince })],
  )
  const blurred = new Set(told)
  for (const { raw } of page.changes) blurred.delete(raw.ref)
  const events = page.unreadable
    .filter(({ ref }) => !blurred.has(ref))
    .map((found) => unreadableEvent(deps, found, at))
  for (const { ref } of page.unreadable) blurred.add(ref)
  const lateTickets = shownLate(page, before)
  const late = fresh.filter(({ ref }) => !bootstrap && lateTickets.has(ref))
  return { fresh, late, events, blurred: [...blurred] }
}

/** With what the source says went: its own words name only the ticket, the rest is known here. */
async function withGone(page: Page, { deps, watched, at }: Around, projects: string[]): Promise<Page> {
  const { gone = [] } = page
  if (gone.length === 0) return page
  const matters = (await Promise.all(projects.map((id) => deps.matters(id)))).flat()
  const raws = goneAmong(matters, gone, watched, at)
  return { ...page, changes: [...page.changes, ...raws.map((raw) => ({ raw, unownedSince: null }))] }
}

/**
 * The checkpoint once this page is recorded. Its times are the source's own: where its clock is behind ours, what it stamps
 * from now on is older than our now.
 */
function advanced(before: Checkpoint | undefined, page: Page, blurred: string[], at: Date): Checkpoint {
  const upTo = page.upTo ?? (before && !page.isLast ? new Date(before.readUpTo) : at)
  const readUpTo = max([min([upTo, at]), new Date(before?.readUpTo ?? 0)]).toISOString()
  return {
    version: (before?.version ?? 0) + 1,
    readUpTo,
    bootstrappedAt: before?.bootstrappedAt ?? (page.isLast ? readUpTo : null),
    unreadable: blurred,
    cursor: page.cursor,
  }
}

/**
 * A page that brought nothing new is not worth a write, unless the old mark would bring the same things again, as after the
 * source forgot it, or it ends a read of which earlier pages were saved.
 */
function isWorthSaving(of: {
  before: Checkpoint | undefined
  checkpoint: Checkpoint | undefined
  next: Checkpoint
  page: Page
  found: New
}): boolean {
  const { before, checkpoint, next, page, found } = of
  if (found.fresh.length > 0 || found.events.length > 0 || page.mustKeep) return true
  const isEnd = checkpoint !== before || next.bootstrappedAt !== before?.bootstrappedAt
  if (page.isLast && (isEnd || (before.cursor !== null && next.cursor === null))) return true
  return page.changes.length > 0 && next.cursor !== checkpoint?.cursor
}

/** What could not be read before is new however old it is; the rest may be late by a day at the most. */
function isFresh({ occurredAt, ref }: Found['raw'], before: Checkpoint, at: Date): boolean {
  const late = subHours(new Date(before.readUpTo), LATE_HOURS).toISOString()
  const oldest = subDays(at, OLDEST_DAYS).toISOString()
  if (before.bootstrappedAt === null || occurredAt <= oldest) return false
  if (occurredAt <= ordinary(new Date(before.bootstrappedAt)).toISOString()) return false
  return occurredAt > late || before.unreadable.includes(ref)
}
