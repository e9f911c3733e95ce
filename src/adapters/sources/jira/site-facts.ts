import { z } from 'zod'
import type { JiraIssue } from '#src/domain/jira-issue.ts'
import { lastWordOf } from '#src/domain/jira-stand.ts'
import { actProperty } from './act-property.ts'
import type { CallJira } from './call-jira.ts'
import type { Reading } from './wire.ts'

/** The account behind the token. `timeZone` is the IANA zone of its profile; `email` is null where Jira hides it. */
export type JiraAccount = { accountId: string; email: string | null; timeZone: string; displayName: string }

/** What is asked of a site once and then remembered; a failed question is asked again. */
type SiteFacts = { whoAmI: () => Promise<JiraAccount>; reading: () => Promise<Reading> }

/** A connected site: how to call it, its own time at its last answer, where it is, and what is known of it. */
export type JiraSite = {
  call: CallJira
  clock: () => Date | undefined
  baseUrl: string
  facts: SiteFacts
}

/** Asks who we are and how this site calls the custom fields we read. */
export function siteFacts(call: CallJira, baseUrl: string): SiteFacts {
  return {
    whoAmI: once(() => call({ method: 'GET', path: '/rest/api/3/myself' }, account)),
    reading: once(async () => {
      const all = await call({ method: 'GET', path: '/rest/api/3/field' }, fields)
      const called = (...names: string[]) =>
        all.filter((field) => names.includes(field.name.toLowerCase())).map((field) => field.id)
      return {
        baseUrl,
        flagged: called('flagged'),
        points: called('story points', 'story point estimate'),
        sprint: called('sprint'),
        criteria: called('acceptance criteria'),
        request: all.filter(({ schema }) => schema?.custom === REQUEST_TYPE).map(({ id }) => id),
      }
    }),
  }
}

/** Marks, in issues, the comments that our own acts wrote, and says who else wrote last. Asks nothing where the account wrote none. */
export async function ourActs(site: JiraSite, issues: readonly JiraIssue[]): Promise<JiraIssue[]> {
  const { accountId } = await site.facts.whoAmI()
  const mine = issues.flatMap(({ comments }) => comments.filter((it) => it.author?.accountId === accountId))
  const acts = await actsOf(
    site,
    mine.map((comment) => comment.id),
  )
  return issues.map((issue) => {
    const comments = issue.comments.map((it) => ({ ...it, actId: acts.get(it.id) ?? null }))
    return { ...issue, comments, context: { ...issue.context, lastWord: lastWordOf(comments) } }
  })
}

/** The acts that wrote some comments, by comment id; comments without one are left out. */
export async function actsOf(site: JiraSite, commentIds: readonly string[]): Promise<Map<string, string>> {
  const acts = new Map<string, string>()
  for (let start = 0; start < commentIds.length; start += 100) {
    const ids = commentIds.slice(start, start + 100).map(Number)
    const request = { path: '/rest/api/3/comment/list', query: { expand: 'properties' }, body: { ids } }
    const page = await site.call({ method: 'POST', ...request }, commentList)
    for (const { id, properties } of page.values) {
      const act = properties.find((property) => property.key === actProperty)?.value
      if (typeof act === 'string') acts.set(id, act)
    }
  }
  return acts
}

const account = z
  .object({
    accountId: z.string(),
    emailAddress: z.string().optional(),
    timeZone: z.string(),
    displayName: z.string(),
  })
  .transform(({ accountId, emailAddress, timeZone, displayName }): JiraAccount => {
    return { accountId, email: emailAddress ?? null, timeZone, displayName }
  })

const fields = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    schema: z.looseObject({ custom: z.string().optional() }).optional(),
  }),
)

/** Jira Service Management keeps in a field of this type, whatever a site calls it, what a customer has asked for. */
const REQUEST_TYPE = 'com.atlassian.servicedesk:vp-origin'

const commentList = z.object({
  values: z.array(
    z.object({
      id: z.string(),
      properties: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
    }),
  ),
})

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined
      throw error
    })
    return asked
  }
}
