import { changedJql } from './changed-jql.ts'
import { JiraRefused } from './jira-errors.ts'
import { ourActs } from './site-facts.ts'
import type { JiraSite } from './site-facts.ts'
import { fieldsOf, wholeIssues } from './whole-issues.ts'
import type { Issues } from './whole-issues.ts'
import { searchPage } from './wire-pages.ts'

/** Which projects, since when, and the zone of the account's profile (`whoAmI().timeZone`). `pageSize` at most 100. */
export type ChangedQuery = { projects: readonly string[]; since: Date; timeZone: string; pageSize?: number }

/** A page of a poll: whole issues, and those that can't be read with their reason. `isLast`: the poll is complete. */
export type ChangedPage = Issues & { isLast: boolean }

const mostRestarts = 3

/**
 * Everything that changed since an instant, oldest first. When Jira lets the page token expire, the poll goes on from the
 * newest change it has seen, so that nothing is lost; issues may then come twice.
 */
export async function* changedSince(site: JiraSite, query: ChangedQuery): AsyncGenerator<ChangedPage> {
  if (query.projects.length === 0) return
  const reading = await site.facts.reading()
  const fields = fieldsOf(reading)
  let jql = changedJql(query.projects, query.since, query.timeZone)
  let newest = query.since
  let token: string | undefined
  let restarts = 0
  for (;;) {
    const next = token === undefined ? {} : { nextPageToken: token }
    const body = { jql, fields, expand: 'changelog', maxResults: query.pageSize ?? 50, ...next }
    const page = await askPage(site, body, token !== undefined && restarts < mostRestarts)
    if (page === 'token expired') {
      restarts += 1
      token = undefined
      jql = changedJql(query.projects, newest, query.timeZone)
      continue
    }
    const found = await wholeIssues(site.call, page.issues, reading)
    token = page.nextPageToken ?? undefined
    yield {
      issues: await ourActs(site, found.issues),
      unreadable: found.unreadable,
      isLast: token === undefined,
    }
    if (token === undefined) return
    newest = found.issues.reduce((latest, issue) => later(latest, new Date(issue.updated)), newest)
  }
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b
}

async function askPage(site: JiraSite, body: Record<string, unknown>, mayExpire: boolean) {
  try {
    return await site.call({ method: 'POST', path: '/rest/api/3/search/jql', body }, searchPage)
  } catch (error) {
    if (mayExpire && error instanceof JiraRefused && error.status === 400) return 'token expired'
    throw error
  }
}
