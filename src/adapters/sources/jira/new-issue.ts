import { z } from 'zod'
import { textDocument } from '#src/domain/jira-document.ts'
import { openedJql } from './changed-jql.ts'
import { JiraRefused } from './jira-errors.ts'
import type { JiraReceipt } from './receipt.ts'
import { actProperty } from './act-property.ts'
import type { JiraSite } from './site-facts.ts'
import { stepField, wantedFields } from './step-fields.ts'

/** What is given with every new issue, or set by Jira itself. */
const GIVEN: ReadonlySet<string> = new Set(['project', 'issuetype', 'summary', 'description', 'reporter'])
/** Clocks differ by so much. */
const TOLERANCE_MS = 900_000

/** Opens an issue that carries the act's id as an entity property, so that a lost reply can be settled. */
export async function createIssue(
  site: JiraSite,
  { project, title, text, actId }: { project: string; title: string; text: string; actId: string },
): Promise<JiraReceipt> {
  const type = await plainestType(site, project)
  const path = '/rest/api/3/issue'
  const fields = {
    ...(await wantedOf(site, project, type)),
    ...{ project: { key: project }, issuetype: { id: type.id }, summary: title },
    description: textDocument(text),
  }
  const body = { fields, properties: [{ key: actProperty, value: actId }] }
  const { key } = await site.call({ method: 'POST', path, body }, keyed)
  return receipt(site, key)
}

/**
 * Looks among what has been opened in the project since, newest first. A search may be minutes behind, and "not found" would
 * open it a second time: the keys that come next are asked for one by one, which is never behind.
 */
export async function findIssue(
  site: JiraSite,
  { project, actId, since }: { project: string; actId: string; since: Date },
): Promise<JiraReceipt | undefined> {
  const { timeZone } = await site.facts.whoAmI()
  const jql = openedJql(project, new Date(since.getTime() - TOLERANCE_MS), timeZone)
  let nextPageToken: string | null | undefined
  do {
    const body = { jql, fields: ['created'], properties: [actProperty], maxResults: 100 }
    const request = { ...body, ...(nextPageToken && { nextPageToken }) }
    const page = await site.call({ method: 'POST', path: '/rest/api/3/search/jql', body: request }, opened)
    const found = page.issues.find(({ properties }) => properties[actProperty] === actId)
    if (found) return receipt(site, found.key)
    nextPageToken = page.nextPageToken
  } while (nextPageToken)
  const unsearched = await nextKeys(site, project)
  const body = { issueIdsOrKeys: unsearched, fields: ['created'], properties: [actProperty] }
  const { issues } = await site.call({ method: 'POST', path: '/rest/api/3/issue/bulkfetch', body }, opened)
  const found = issues.find(({ properties }) => properties[actProperty] === actId)
  return found && receipt(site, found.key)
}

/** Jira looks up so many issues at once: far more than a project opens while its search is behind. */
const KEYS = 100

/** The keys after the newest that the search shows. */
async function nextKeys(site: JiraSite, project: string): Promise<string[]> {
  const body = { jql: `project = "${project}" ORDER BY key DESC`, fields: ['created'], maxResults: 1 }
  const { issues } = await site.call({ method: 'POST', path: '/rest/api/3/search/jql', body }, opened)
  const newest = Number(/\d+$/.exec(issues[0]?.key ?? '')?.[0] ?? 0)
  return Array.from({ length: KEYS }, (_, n) => `${project}-${newest + 1 + n}`)
}

type IssueType = z.infer<typeof issueType>

/** A task if the project has them, otherwise the first type that stands by itself. */
async function plainestType(site: JiraSite, project: string): Promise<IssueType> {
  const path = `/rest/api/3/issue/createmeta/${encodeURIComponent(project)}/issuetypes`
  const { issueTypes } = await site.call({ method: 'GET', path }, types)
  const own = issueTypes.filter(({ subtask, hierarchyLevel = 0 }) => !subtask && hierarchyLevel === 0)
  const chosen = own.find(({ name }) => /^(task|aufgabe)$/i.test(name)) ?? own[0]
  if (chosen) return chosen
  const what = `Nothing can be opened in ${project} by this account.`
  throw new JiraRefused(null, what, `GET ${path}`, "Give the account the project's Create issues permission.")
}

async function wantedOf(site: JiraSite, project: string, { id, name }: IssueType) {
  const path = `/rest/api/3/issue/createmeta/${encodeURIComponent(project)}/issuetypes/${id}`
  const { fields } = await site.call({ method: 'GET', path }, createFields)
  const asked = fields.flatMap((field) => (GIVEN.has(field.fieldId) ? [] : [[field.fieldId, field] as const]))
  const refusal = `No ${name} can be opened in ${project} from here`
  return wantedFields(
    Object.fromEntries(asked),
    { refusal, todo: 'Open it in Jira.' },
    'POST /rest/api/3/issue',
  )
}

const keyed = z.object({ key: z.string() })
const issueType = z.object({
  id: z.string(),
  name: z.string(),
  subtask: z.boolean(),
  hierarchyLevel: z.number().optional(),
})
const types = z.object({ issueTypes: z.array(issueType) })
const createFields = z.object({ fields: z.array(stepField.extend({ fieldId: z.string() })) })
const opened = z.object({
  issues: z.array(keyed.extend({ properties: z.record(z.string(), z.unknown()).default({}) })),
  nextPageToken: z.string().nullish(),
})

function receipt(site: JiraSite, key: string): JiraReceipt {
  return { id: key, url: `${site.baseUrl}/browse/${key}` }
}
