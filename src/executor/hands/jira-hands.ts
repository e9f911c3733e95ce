import type { ActPayload, Receipt } from '#src/domain/act.ts'
import type { Hand, Hands } from '../deps.ts'

type Sent = { id: string; url: string }

/** What the hands need of the tracker that has the ticket. Writes throw `HandRefused` or `HandBusy`; any other error means "not known". */
export type JiraWrites = {
  now(): Date
  comment(act: { key: string; text: string; actId: string }): Promise<Sent>
  findComment(act: { key: string; actId: string; since: Date }): Promise<Sent | undefined>
  transition(act: { key: string; toStatus: string; actId: string }): Promise<Sent>
  findTransition(act: { key: string; toStatus: string; actId: string }): Promise<Sent | undefined>
  createIssue(act: { project: string; title: string; text: string; actId: string }): Promise<Sent>
  findIssue(act: { project: string; actId: string; since: Date }): Promise<Sent | undefined>
}

/** Comments, status changes and new tickets, each marked with its act's id so that a lost reply can be settled. */
export function jiraHands(
  jira: JiraWrites,
): Pick<Hands, 'jira_comment' | 'jira_status_change' | 'jira_create_ticket'> {
  const receiptOf = (sent: Sent): Receipt => ({ id: sent.id, url: sent.url, at: jira.now().toISOString() })
  const found = (sent: Sent | undefined) => sent && receiptOf(sent)
  const comment: Hand = {
    perform: async ({ id, act }) => {
      const { key, text } = of('jira_comment', act.payload)
      return receiptOf(await jira.comment({ key, text, actId: id }))
    },
    find: async (act) => {
      const { key } = of('jira_comment', act.payload)
      return found(await jira.findComment({ key, actId: act.id, since: new Date(act.createdAt) }))
    },
  }
  const move: Hand = {
    perform: async ({ id, act }) => {
      const { key, toStatus } = of('jira_status_change', act.payload)
      return receiptOf(await jira.transition({ key, toStatus, actId: id }))
    },
    find: async (act) => {
      const { key, toStatus } = of('jira_status_change', act.payload)
      return found(await jira.findTransition({ key, toStatus, actId: act.id }))
    },
  }
  const create: Hand = {
    perform: async ({ id, act }) => {
      const { project, title, text } = of('jira_create_ticket', act.payload)
      return receiptOf(await jira.createIssue({ project, title, text, actId: id }))
    },
    find: async (act) => {
      const { project } = of('jira_create_ticket', act.payload)
      return found(await jira.findIssue({ project, actId: act.id, since: new Date(act.createdAt) }))
    },
  }
  return { jira_comment: comment, jira_status_change: move, jira_create_ticket: create }
}

/** A payload of the kind that this hand is for. */
export function of<K extends ActPayload['kind']>(
  kind: K,
  payload: ActPayload,
): Extract<ActPayload, { kind: K }> {
  if (isOf(kind, payload)) return payload
  throw new TypeError(`The hand for ${kind} was given ${payload.kind}.`)
}

function isOf<K extends ActPayload['kind']>(
  kind: K,
  payload: ActPayload,
): payload is Extract<ActPayload, { kind: K }> {
  return payload.kind === kind
}
