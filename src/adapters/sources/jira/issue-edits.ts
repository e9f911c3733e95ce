import { z } from 'zod'
import type { FieldEdit } from '#src/domain/field-edit.ts'
import { JiraRefused, JiraUnavailable } from './jira-errors.ts'
import type { JiraReceipt } from './receipt.ts'
import { actProperty } from './act-property.ts'
import { editable } from './field-edits.ts'
import type { JiraSite } from './site-facts.ts'
import { wireHistory } from './wire.ts'

type Edit = { key: string; edit: FieldEdit; actId: string }

/**
 * Changes one field of an issue. The same request notes the act, what stood there before and the newest history in an entity
 * property, so that whether it was done can be asked: an edit and its properties are one write to Jira.
 */
export async function editIssue(site: JiraSite, { key, edit, actId }: Edit): Promise<JiraReceipt> {
  const path = pathOf(key)
  const of = editable(edit, await site.facts.reading())
  const { fields, newest } = await issueNow(site, key, of.fieldId)
  const before = of.before(fields)
  if (of.isSo(fields))
    throw new JiraRefused(null, of.alreadySo(key), `PUT ${path}`, 'Nothing needs to be done.')
  const note = { key: propertyOf(actId), value: { before, afterHistory: newest } }
  await site.call({ method: 'PUT', path, body: { ...of.body(fields), properties: [note] } }, z.unknown())
  const made = await findEdit(site, { key, actId })
  if (made === undefined)
    throw new JiraUnavailable('Jira took the change but does not show it yet.', `PUT ${path}`)
  return made
}

/** The edit that an act made, with what it replaced; undefined when it made none. */
export async function findEdit(
  site: JiraSite,
  { key, actId }: Pick<Edit, 'key' | 'actId'>,
): Promise<JiraReceipt | undefined> {
  const note = await noteOf(site, key, actId)
  if (note === undefined) return undefined
  const { accountId } = await site.facts.whoAmI()
  const { histories } = await issueNow(site, key, 'status')
  const made = histories.find(
    ({ id, author }) => Number(id) > note.afterHistory && author?.accountId === accountId,
  )
  const panel = 'com.atlassian.jira.plugin.system.issuetabpanels:changehistory-tabpanel'
  const url = `${site.baseUrl}/browse/${key}?page=${panel}`
  // Jira writes no history of some changes on some sites; the property is proof enough then.
  return { id: made?.id ?? propertyOf(actId), url: made ? `${url}#${made.id}` : url, before: note.before }
}

async function noteOf(site: JiraSite, key: string, actId: string) {
  const path = `${pathOf(key)}/properties/${encodeURIComponent(propertyOf(actId))}`
  try {
    return (await site.call({ method: 'GET', path }, noted)).value
  } catch (error) {
    if (error instanceof JiraRefused && error.status === 404) return undefined
    throw error
  }
}

const stood = z.object({ id: z.string().nullable(), words: z.string() })
const noted = z.object({ value: z.object({ before: stood, afterHistory: z.number() }) })

const issue = z.object({
  changelog: z.object({ histories: z.array(wireHistory) }),
  fields: z.record(z.string(), z.unknown()),
})

async function issueNow(site: JiraSite, key: string, fieldId: string) {
  const query = { fields: fieldId, expand: 'changelog' }
  const read = await site.call({ method: 'GET', path: pathOf(key), query }, issue)
  const { histories } = read.changelog
  // Oldest first, so that the first of several is the one that followed at once.
  const sorted = histories.sort((one, other) => Number(one.id) - Number(other.id))
  return { fields: read.fields, histories: sorted, newest: Number(sorted.at(-1)?.id ?? 0) }
}

const propertyOf = (actId: string) => `${actProperty}.${actId}`

function pathOf(key: string): string {
  return `/rest/api/3/issue/${encodeURIComponent(key)}`
}
