import { subMinutes } from 'date-fns/subMinutes'
import type { SourceReading } from '#src/domain/cycle.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Project } from '#src/domain/project.ts'
import { recordSignal, type Signal } from '#src/domain/signal.ts'
import { ALERT_AFTER_MINUTES, spellsAfter } from '../blind-spells.ts'
import { closeCheck, type CloseDeps } from '../close-check.ts'
import { dailyDueAt } from '../daily-due.ts'
import type { HealthReport, PageOfCheck } from '../messages.ts'
import { inTurns, type Waiting } from './in-turns.ts'
import { readAgain } from './read-again.ts'
import { readSource } from './read-source.ts'
import { unanswered } from './unanswered.ts'
import type { ReadDeps, Watched } from './watched.ts'

/** Ids on one page of work, so that no message comes near the 256 KB between states. */
const PAGE_IDS = 500

export type DetectDeps = CloseDeps &
  ReadDeps & {
    projects(): Promise<Project[]>
    /** The connected sources; one that was never connected is not among them, and is not blind. */
    sources: Watched[]
    open(): Promise<Waiting[]>
    savePage(slot: string, page: number, content: { ids: string[]; again: string[] }): Promise<void>
    dailyDone(day: string): Promise<boolean>
    signals(ids: string[]): Promise<Signal[]>
  }

/**
 * Reads what changed since the checkpoint and records it, then the gate: nothing new, nothing unfinished and no daily
 * work due ends the check here, without a model call.
 */
export async function detectChanges(deps: DetectDeps, report: HealthReport): Promise<PageOfCheck> {
  const { slot, startedAt, desk, health } = report
  const projects = await deps.projects()
  const daily = await isDailyDue(deps, report)
  const asked = daily
    ? { tickets: (await Promise.all(projects.map(({ id }) => deps.matters(id)))).flat() }
    : null
  const read = await Promise.all(
    deps.sources.map((watched) => readSource(deps, watched, projects, slot, asked)),
  )
  const readings = read.map(({ reading }) => reading)
  const overdue = asked ? await recordUnanswered(deps, asked.tickets, report, readings) : []
  const again = await Promise.all(deps.sources.map((each) => readAgain(deps, each, new Date(slot))))
  const found = [...read.flatMap(({ recorded }) => recorded), ...overdue, ...again.flat()]
  const waiting = [...(await deps.open()), ...found]
  const ids = [...new Set(inTurns(waiting).map(({ id }) => id))]
  const pages = await savePages(deps, slot, ids, daily ? projects : [])
  const quiet = ids.length === 0 && !daily && !(await alertDue(deps, readings, slot))
  const next: PageOfCheck = {
    ...{ slot, startedAt, desk, page: 1, pages, quiet, more: pages > 0 },
    ...{ signals: ids.length, readings, health },
  }
  if (quiet) await closeCheck(deps, { ...next, ended: 'quiet', reason: null, events: [] })
  return next
}

async function isDailyDue(deps: DetectDeps, { slot, desk }: HealthReport): Promise<boolean> {
  const day = dailyDueAt(new Date(slot), desk.workingHours)
  return day !== undefined && !(await deps.dailyDone(day))
}

/** Once a day: mails that nobody has answered. While the mailbox can't be read, an answer may be there unseen. */
async function recordUnanswered(
  deps: DetectDeps,
  matters: Matter[],
  { slot, desk }: HealthReport,
  readings: SourceReading[],
): Promise<Waiting[]> {
  const mailbox = deps.sources.find(({ source }) => source === 'outlook')
  if (!mailbox || readings.some(({ source, ok }) => source === 'outlook' && !ok)) return []
  const at = new Date(slot)
  const seen = { account: mailbox.account, at, bootstrap: false, unownedSince: null }
  const found = unanswered(matters, desk, at).map((raw) => recordSignal(raw, seen))
  const known = await deps.known(found.map(({ id }) => id))
  const fresh = found.filter(({ id }) => !known.has(id))
  if (fresh.length > 0) await mailbox.add(fresh)
  return fresh.map(({ id, kind, ref }) => ({ id, kind, ref }))
}

/** How many pages there are; projects that are only looked at again are on the first. */
async function savePages(
  deps: DetectDeps,
  slot: string,
  ids: string[],
  projects: Project[],
): Promise<number> {
  const again = projects.map(({ id }) => id)
  const pages = Math.max(Math.ceil(ids.length / PAGE_IDS), again.length > 0 ? 1 : 0)
  for (let page = 1; page <= pages; page++) {
    const content = { ids: ids.slice((page - 1) * PAGE_IDS, page * PAGE_IDS), again: page === 1 ? again : [] }
    await deps.savePage(slot, page, content)
  }
  return pages
}

/** A source has been unreadable for so long that the PM is told by mail; housekeeping does it, once for each spell. */
async function alertDue(deps: DetectDeps, readings: SourceReading[], slot: string): Promise<boolean> {
  if (readings.every(({ ok }) => ok)) return false
  const long = subMinutes(new Date(slot), ALERT_AFTER_MINUTES).toISOString()
  return spellsAfter((await deps.running())?.blind ?? [], readings).some(({ since }) => since <= long)
}
