import { max } from 'date-fns/max'
import { z } from 'zod'
import { actProperty } from './act-property.ts'
import { changedJql } from './changed-jql.ts'
import { JiraRefused } from './jira-errors.ts'
import { ourActs } from './site-facts.ts'
import type { JiraSite } from './site-facts.ts'
import { fieldsOf, wholeIssues } from './whole-issues.ts'
import type { Issues } from './whole-issues.ts'
import { searchPage } from './wire-pages.ts'

/** How far each project has been read, by its key, while a read of much is under way. */
export type Positions = Record<string, Date>

/** Which projects, since when, and the zone of the account's profile (`whoAmI().timeZone`). `pageSize` at most 100. */
export type ChangedQuery = {
  projects: readonly string[]
  since: Date
  timeZone: string
  pageSize?: number
  /** Where a read that was broken off had come to. */
  positions?: Positions | undefined
}

/**
 * A page of a poll: whole issues, and those that can't be read with their reason. What a later poll begins with once this
 * page is kept: `upTo` on Jira's own clock for all projects, or else `positions`.
 */
export type ChangedPage = Issues & { upTo: Date | undefined; positions: Positions | null; isLast: boolean }

const MOST_RESTARTS = 3
/** More than this in one poll is a flood: from there on each project gets a page in its turn. */
const PAGES_TOGETHER = 10

/**
 * Everything that changed since an instant, oldest first. When Jira lets a page token expire, the poll goes on from the
 * newest change it has seen, so that nothing is lost; issues may then come twice.
 */
export async function* changedSince(site: JiraSite, query: ChangedQuery): AsyncGenerator<ChangedPage> {
  if (query.projects.length === 0) return
  const together = laneOf(query.projects, query.since)
  let began: Date | undefined
  for (let count = 0; !query.positions && count < PAGES_TOGETHER; count++) {
    const page = await nextPage(site, together, query)
    began ??= site.clock()
    if (together.done) {
      yield { ...page, upTo: began, positions: null, isLast: true }
      return
    }
    yield { ...page, upTo: together.newest, positions: null, isLast: false }
  }
  const from = query.positions ?? {}
  let lanes = query.projects.map((key) => laneOf([key], from[key] ?? together.newest))
  const positions: Positions = Object.fromEntries(lanes.map(({ name, newest }) => [name, newest]))
  while (lanes.length > 0) {
    for (const lane of lanes) {
      const page = await nextPage(site, lane, query)
      began ??= site.clock()
      // A project that is through is read up to the beginning of this poll; the last page ends it for all.
      positions[lane.name] = lane.done ? (began ?? lane.newest) : lane.newest
      const isLast = lanes.every(({ done }) => done)
      yield { ...page, upTo: isLast ? began : undefined, positions: isLast ? null : { ...positions }, isLast }
    }
    lanes = lanes.filter(({ done }) => !done)
  }
}

const approximate = z.object({ count: z.number().int() })

/** How many issues Jira itself counts for the same question; by its own word an approximation. */
export async function countChanged(site: JiraSite, query: ChangedQuery): Promise<number> {
  if (query.projects.length === 0) return 0
  const jql = changedJql(query.projects, query.since, query.timeZone)
  const path = '/rest/api/3/search/approximate-count'
  return (await site.call({ method: 'POST', path, body: { jql } }, approximate)).count
}

/** Some projects that are read together, and how far that has come. */
type Lane = {
  name: string
  projects: readonly string[]
  newest: Date
  jqlFrom: Date
  token: string | undefined
  restarts: number
  done: boolean
}

function laneOf(projects: readonly string[], since: Date): Lane {
  return {
    name: projects.join(),
    projects,
    newest: since,
    jqlFrom: since,
    token: undefined,
    restarts: 0,
    done: false,
  }
}

async function nextPage(
  site: JiraSite,
  lane: Lane,
  { timeZone, pageSize = 50 }: ChangedQuery,
): Promise<Issues> {
  const reading = await site.facts.reading()
  for (;;) {
    const next = lane.token === undefined ? {} : { nextPageToken: lane.token }
    const jql = changedJql(lane.projects, lane.jqlFrom, timeZone)
    const wanted = { fields: fieldsOf(reading), expand: 'changelog', properties: [actProperty] }
    const body = { jql, ...wanted, maxResults: pageSize, ...next }
    const page = await askPage(site, body, lane.token !== undefined && lane.restarts < MOST_RESTARTS)
    if (page === 'token expired') {
      Object.assign(lane, { restarts: lane.restarts + 1, token: undefined, jqlFrom: lane.newest })
      continue
    }
    const found = await wholeIssues(site.call, page.issues, reading)
    lane.token = page.nextPageToken ?? undefined
    lane.done = lane.token === undefined
    lane.newest = max([lane.newest, ...found.issues.map(({ updated }) => new Date(updated))])
    return { issues: await ourActs(site, found.issues), unreadable: found.unreadable }
  }
}

async function askPage(site: JiraSite, body: Record<string, unknown>, mayExpire: boolean) {
  try {
    return await site.call({ method: 'POST', path: '/rest/api/3/search/jql', body }, searchPage)
  } catch (error) {
    if (mayExpire && error instanceof JiraRefused && error.status === 400) return 'token expired'
    throw error
  }
}
