import { z } from 'zod'
import type { JiraReceipt } from './receipt.ts'
import { JiraRefused, JiraUnavailable } from './jira-errors.ts'
import { stepField, wantedFields } from './step-fields.ts'
import { actProperty } from './act-property.ts'
import type { JiraSite } from './site-facts.ts'
import { wireHistory } from './wire.ts'

type Move = { key: string; toStatus: string; actId: string }

/**
 * Moves an issue by the step that leads to a status of that name. Before it, an issue property notes the act and the newest
 * history, so that `findTransition` can tell our move from others.
 */
export async function transition(site: JiraSite, act: Move): Promise<JiraReceipt> {
  const path = `${pathOf(act.key)}/transitions`
  const query = { expand: 'transitions.fields' }
  const { transitions } = await site.call({ method: 'GET', path, query }, steps)
  const step = transitions.find((it) => sameName(it.to.name, act.toStatus))
  const { histories, status } = await historyOf(site, act.key)
  if (step === undefined) throw noSuchStep(act, status, transitions, `GET ${path}`)
  const refusal = `${act.key} can't be moved to ${act.toStatus}`
  const fields = wantedFields(step.fields, { refusal, todo: 'Move it in Jira.' }, `POST ${path}`)
  const value = { toStatus: act.toStatus, afterHistory: Math.max(0, ...histories.map((it) => Number(it.id))) }
  await site.call({ method: 'PUT', path: propertyPath(act), body: value }, z.unknown())
  await site.call({ method: 'POST', path, body: { transition: { id: step.id }, fields } }, z.unknown())
  const receipt = await findTransition(site, act)
  if (receipt === undefined)
    throw new JiraUnavailable('Jira took the move but does not show it yet.', `POST ${path}`)
  return receipt
}

/** The history of the move that an act made; undefined when it made none. */
export async function findTransition(site: JiraSite, act: Move): Promise<JiraReceipt | undefined> {
  const note = await noteOf(site, act)
  if (note === undefined) return undefined
  const { accountId } = await site.facts.whoAmI()
  const { histories } = await historyOf(site, act.key)
  const made = histories.find(
    (it) =>
      Number(it.id) > note.afterHistory &&
      it.author?.accountId === accountId &&
      it.items.some((item) => item.fieldId === 'status' && sameName(item.after ?? '', act.toStatus)),
  )
  if (made === undefined) return undefined
  const panel = 'com.atlassian.jira.plugin.system.issuetabpanels:changehistory-tabpanel'
  const from = made.items.find(({ fieldId }) => fieldId === 'status')?.before ?? null
  const before = from === null ? undefined : { id: from, words: from }
  return { id: made.id, url: `${site.baseUrl}/browse/${act.key}?page=${panel}#${made.id}`, before }
}

const steps = z.object({
  transitions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      to: z.object({ name: z.string() }),
      fields: z.record(z.string(), stepField).default({}),
    }),
  ),
})

const notedMove = z.object({ value: z.object({ toStatus: z.string(), afterHistory: z.number() }) })

const recentHistory = z.object({
  changelog: z.object({ histories: z.array(wireHistory) }),
  fields: z.object({ status: z.object({ name: z.string() }) }),
})

/** The newest hundred histories are enough: our move is recent. */
async function historyOf(site: JiraSite, key: string) {
  const query = { fields: 'status', expand: 'changelog' }
  const { changelog, fields } = await site.call({ method: 'GET', path: pathOf(key), query }, recentHistory)
  return { histories: changelog.histories, status: fields.status.name }
}

async function noteOf(site: JiraSite, act: Move) {
  try {
    return (await site.call({ method: 'GET', path: propertyPath(act) }, notedMove)).value
  } catch (error) {
    if (error instanceof JiraRefused && error.status === 404) return undefined
    throw error
  }
}

function noSuchStep(
  act: Move,
  status: string,
  offered: { to: { name: string } }[],
  where: string,
): JiraRefused {
  if (sameName(status, act.toStatus)) {
    return new JiraRefused(null, `${act.key} is already ${status}.`, where, 'Nothing needs to be done.')
  }
  const names = offered.map((it) => it.to.name).join(', ')
  const what = `${act.key} can't be moved from ${status} to ${act.toStatus}.`
  return new JiraRefused(null, what, where, names === '' ? 'No step is open to us.' : `Possible: ${names}.`)
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function pathOf(key: string): string {
  return `/rest/api/3/issue/${encodeURIComponent(key)}`
}

function propertyPath(act: Move): string {
  return `${pathOf(act.key)}/properties/${encodeURIComponent(`${actProperty}.${act.actId}`)}`
}
