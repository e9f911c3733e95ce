import { subDays } from 'date-fns/subDays'
import { subHours } from 'date-fns/subHours'
import { subMinutes } from 'date-fns/subMinutes'
import { AsanaRefused, AsanaUnavailable } from './asana-errors.ts'
import { eventsSince } from './events.ts'
import type { Mark, Marks } from './marks.ts'
import { refOf } from './task-ref.ts'
import { tasksByGid, wholeTasks, type AsanaSite, type Tasks } from './whole-tasks.ts'
import { TASK_FIELDS, wirePage } from './wire.ts'

/** What is read: the projects' gids, each from its mark, or where it has none from a moment (all there is without one). */
export type ChangedTasksQuery = {
  projects: string[]
  marks: Marks
  since: Date | undefined
  pageSize?: number
}

/** A page. `began`: Asana's clock when this read began; `mustKeep`: the marks before it are worth nothing any more. */
export type TasksPage = Tasks & { marks: Marks; isLast: boolean; mustKeep: boolean; began: Date | undefined }

/** Events are delivered at most once: what was lost is found this much later at the latest, by its task's own date. */
const NET_HOURS = 20
/** Asana's lists may lag behind. */
const OVERLAP_MINUTES = 5
/** A first look passes over what was completed before that: nothing older than a signal lives is worth its requests. */
const DONE_DAYS = 80
const PAGE = 50
const MOST_PAGES = 2_000

/** What changed in each project, a page of each in its turn, so that a flood in one keeps no other waiting. */
export async function* changedTasks(site: AsanaSite, query: ChangedTasksQuery): AsyncGenerator<TasksPage> {
  const marks = { ...query.marks }
  let began: Date | undefined
  const timed: AsanaSite = {
    ...site,
    // A task that lies in a project nobody reads counts for one that somebody does.
    watched: new Map([...site.watched].filter(([gid]) => query.projects.includes(gid))),
    call: async (request, schema) => {
      try {
        return await site.call(request, schema)
      } finally {
        began ??= site.clock()
      }
    },
  }
  let lanes = query.projects.map((gid) => ({ gid, pages: pagesOf(timed, gid, query) }))
  while (lanes.length > 0) {
    for (const lane of lanes) {
      const { value: page } = await lane.pages.next()
      if (!page) throw new AsanaUnavailable('A project was read without an end.', `GET /projects/${lane.gid}`)
      const { mark, isDone, ...found } = page
      marks[lane.gid] = mark
      if (isDone) lanes = lanes.filter((each) => each !== lane)
      yield { ...found, marks: { ...marks }, isLast: lanes.length === 0, began }
    }
  }
}

type ProjectPage = Tasks & { mark: Mark; isDone: boolean; mustKeep: boolean }

/** By events where there is a token that Asana knows; else, and as a net once a day, by the tasks' own dates. */
async function* pagesOf(
  site: AsanaSite,
  gid: string,
  query: ChangedTasksQuery,
): AsyncGenerator<ProjectPage, void> {
  let known = query.marks[gid]
  for (let count = 0; known && !known.sweep; count++) {
    if (count > MOST_PAGES) throw new AsanaUnavailable('The events never come to an end.', 'GET /events')
    const events = await eventsSince(site.call, gid, known.sync)
    if ('forgotten' in events) {
      known = { ...known, sync: events.forgotten }
      break
    }
    known = { ...known, sync: events.sync }
    const netIsDue = known.sweptAt === null || isOlder(known.sweptAt, site.clock())
    const isDone = !events.hasMore && !netIsDue
    const found = await tasksByGid(site, gid, events.tasks, events.editedAt)
    const deleted = events.deleted.map((each) => ({
      ref: refOf(site.watched.get(gid) ?? '', each),
      movedTo: null,
    }))
    yield { ...found, gone: [...found.gone, ...deleted], mark: known, isDone, mustKeep: false }
    if (isDone) return
    if (!events.hasMore) break
  }
  yield* sweep(site, gid, known, query)
}

/**
 * Every task that changed since the last sweep. The token in the mark is older than the list, so that nothing falls between
 * the two; a broken-off sweep goes on at its next page, and begins again when Asana has forgotten where that was.
 */
async function* sweep(
  site: AsanaSite,
  gid: string,
  known: Mark | undefined,
  { since, pageSize = PAGE }: ChangedTasksQuery,
): AsyncGenerator<ProjectPage, void> {
  const sync = known?.sync ?? (await firstToken(site, gid))
  const sweptAt = known?.sweptAt ?? null
  const from = sweptAt ?? since?.toISOString() ?? null
  const began = (site.clock() ?? new Date(0)).toISOString()
  let at = known?.sweep ?? { from, began, offset: null }
  for (let count = 0; count < MOST_PAGES; count++) {
    const page = await changedPage(site, gid, at, pageSize)
    if (page === 'forgotten') {
      at = { ...at, offset: null }
      continue
    }
    const found = await wholeTasks(site, gid, page.data)
    const offset = page.next_page?.offset
    if (offset === undefined) {
      yield { ...found, mark: { sync, sweptAt: at.began, sweep: null }, isDone: true, mustKeep: true }
      return
    }
    at = { ...at, offset }
    yield { ...found, mark: { sync, sweptAt, sweep: at }, isDone: false, mustKeep: true }
  }
  throw new AsanaUnavailable('The list of tasks never comes to an end.', 'GET /tasks')
}

async function firstToken(site: AsanaSite, gid: string): Promise<string> {
  const answer = await eventsSince(site.call, gid, undefined)
  return 'forgotten' in answer ? answer.forgotten : answer.sync
}

/** `GET /tasks` of a project: only this list can be asked for what was modified. */
async function changedPage(
  site: AsanaSite,
  gid: string,
  { from, began, offset }: NonNullable<Mark['sweep']>,
  limit: number,
) {
  const since = from
    ? { modified_since: subMinutes(new Date(from), OVERLAP_MINUTES).toISOString() }
    : { completed_since: subDays(new Date(began), DONE_DAYS).toISOString() }
  const query = { project: gid, opt_fields: TASK_FIELDS, limit, ...since, ...(offset !== null && { offset }) }
  try {
    return await site.call({ method: 'GET', path: '/tasks', query }, wirePage)
  } catch (error) {
    if (offset !== null && error instanceof AsanaRefused && error.status === 400) return 'forgotten'
    throw error
  }
}

function isOlder(sweptAt: string, now: Date | undefined): boolean {
  return now !== undefined && new Date(sweptAt) < subHours(now, NET_HOURS)
}
