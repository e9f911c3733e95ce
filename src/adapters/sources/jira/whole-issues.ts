import { z } from 'zod'
import type { JiraIssue } from '#src/domain/jira-issue.ts'
import type { CallJira } from './call-jira.ts'
import { whyUnreadable } from './why-unreadable.ts'
import { bulkChangelogPage, commentPage } from './wire-pages.ts'
import { issueEnvelope, readWireIssue } from './wire.ts'
import type { IssueEnvelope, Reading } from './wire.ts'

/** Issues made whole, and those that can't be read; `why` follows "… can't be read: ". Nothing is dropped. */
export type Issues = { issues: JiraIssue[]; unreadable: { key: string; why: string }[] }

const SYSTEM_FIELDS =
  'summary,status,issuetype,project,created,updated,creator,reporter,assignee,priority,resolution,duedate,description,comment,fixVersions,issuelinks,watches'

/** The fields that we read: the system's, and this site's own for flags, points, sprints, acceptance criteria and customers' requests. */
export function fieldsOf({ flagged, points, sprint, criteria, request }: Reading): string[] {
  return [...SYSTEM_FIELDS.split(','), ...flagged, ...points, ...sprint, ...criteria, ...request]
}

/** Completes clipped changelogs (in bulk) and clipped comments of raw issues, then parses each by itself. */
export async function wholeIssues(
  call: CallJira,
  raw: readonly unknown[],
  reading: Reading,
): Promise<Issues> {
  const found: Issues = { issues: [], unreadable: [] }
  const envelopes: IssueEnvelope[] = []
  for (const one of raw) {
    const parsed = issueEnvelope.safeParse(one)
    if (parsed.success) envelopes.push(parsed.data)
    else found.unreadable.push({ key: keyOf(one), why: whyUnreadable(parsed.error, one) })
  }
  const logs = await fullChangelogs(call, envelopes.filter(isLogClipped))
  for (const envelope of envelopes) {
    const { total = 0, histories = [] } = envelope.changelog ?? {}
    const full = isLogClipped(envelope) ? (logs.get(envelope.id) ?? []) : histories
    if (full.length < total) {
      const why = `its changelog is incomplete: ${String(full.length)} of ${String(total)} changes`
      found.unreadable.push({ key: envelope.key, why })
      continue
    }
    const fields = { ...envelope.fields, ...(await fullComments(call, envelope)) }
    const read = readWireIssue({ ...envelope, changelog: { histories: full }, fields }, reading)
    if ('issue' in read) found.issues.push(read.issue)
    else found.unreadable.push({ key: envelope.key, why: read.why })
  }
  return found
}

/** No changelog at all counts as clipped: an issue without its history must not read as "nothing happened". */
function isLogClipped({ changelog }: IssueEnvelope): boolean {
  return changelog === undefined || changelog.histories.length < changelog.total
}

async function fullChangelogs(
  call: CallJira,
  clipped: readonly IssueEnvelope[],
): Promise<Map<string, unknown[]>> {
  const logs = new Map<string, unknown[]>()
  if (clipped.length === 0) return logs
  const issueIdsOrKeys = clipped.map((issue) => issue.id)
  let nextPageToken: string | null | undefined
  do {
    const body = { issueIdsOrKeys, maxResults: 1000, ...(nextPageToken && { nextPageToken }) }
    const page = await call(
      { method: 'POST', path: '/rest/api/3/changelog/bulkfetch', body },
      bulkChangelogPage,
    )
    for (const { issueId, changeHistories } of page.issueChangeLogs) {
      logs.set(issueId, [...(logs.get(issueId) ?? []), ...changeHistories])
    }
    nextPageToken = page.nextPageToken
  } while (nextPageToken)
  return logs
}

async function fullComments(call: CallJira, { id, fields }: IssueEnvelope) {
  const comment = fields.comment
  if (comment === undefined || comment.comments.length >= comment.total) return {}
  const comments: unknown[] = []
  let total = comment.total
  while (comments.length < total) {
    const query = { startAt: comments.length, maxResults: 100, orderBy: 'created' }
    const page = await call({ method: 'GET', path: `/rest/api/3/issue/${id}/comment`, query }, commentPage)
    if (page.comments.length === 0) break
    comments.push(...page.comments)
    total = page.total
  }
  return { comment: { ...comment, comments } }
}

const keyed = z.object({ key: z.string() })

function keyOf(raw: unknown): string {
  const parsed = keyed.safeParse(raw)
  return parsed.success ? parsed.data.key : 'an issue without a key'
}
