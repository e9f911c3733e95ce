import type { ActPayload, Receipt } from '#src/domain/act.ts'
import type { Hand, Hands } from '../deps.ts'
import { accountOf, type PersonOf } from './account-of.ts'

/** What a tracker says of what it took: its id, where it stands, and what it replaced. */
export type Sent = { id: string; url: string; before?: { id: string | null; words: string } | undefined }
type Mention = { accountId: string; name: string }

/** What the hands need of the tracker that has the ticket. Writes throw `HandRefused` or `HandBusy`; any other error means "not known". */
export type JiraWrites = {
  now(): Date
  comment(act: { key: string; text: string; actId: string; mentions: Mention[] }): Promise<Sent>
  findComment(act: { key: string; actId: string; since: Date }): Promise<Sent | undefined>
  transition(act: { key: string; toStatus: string; actId: string }): Promise<Sent>
  findTransition(act: { key: string; toStatus: string; actId: string }): Promise<Sent | undefined>
  createIssue(act: { project: string; title: string; text: string; actId: string }): Promise<Sent>
  findIssue(act: { project: string; actId: string; since: Date }): Promise<Sent | undefined>
}

/** `marked`: a text with the line under it that says who prepared it. */
type JiraDeps = JiraWrites & { person: PersonOf; marked(text: string): Promise<string> }

/** Comments, status changes and new tickets, each marked with its act's id so that a lost reply can be settled. */
export function jiraHands(
  jira: JiraDeps,
): Pick<Hands, 'jira_comment' | 'jira_status_change' | 'jira_create_ticket'> {
  return {
    jira_comment: commentHand(jira),
    jira_status_change: moveHand(jira),
    jira_create_ticket: createHand(jira),
  }
}

/** What a tracker sent back, as a receipt. */
export function receiptAt(now: () => Date) {
  return ({ id, url, before }: Sent): Receipt => ({
    id,
    url,
    at: now().toISOString(),
    ...(before ? { before } : {}),
  })
}

function commentHand(jira: JiraDeps): Hand {
  const receiptOf = receiptAt(jira.now)
  return {
    perform: async ({ id, act }) => {
      const { key, text, mentions = [] } = of('jira_comment', act.payload)
      const people = await Promise.all(mentions.map((each) => accountOf(jira.person, act.projectId, each)))
      return receiptOf(
        await jira.comment({ key, text: await jira.marked(text), actId: id, mentions: people }),
      )
    },
    find: async (act) => {
      const { key } = of('jira_comment', act.payload)
      const sent = await jira.findComment({ key, actId: act.id, since: new Date(act.createdAt) })
      return sent && receiptOf(sent)
    },
  }
}

function moveHand(jira: JiraWrites): Hand {
  const receiptOf = receiptAt(jira.now)
  return {
    perform: async ({ id, act }) => {
      const { key, toStatus } = of('jira_status_change', act.payload)
      return receiptOf(await jira.transition({ key, toStatus, actId: id }))
    },
    find: async (act) => {
      const { key, toStatus } = of('jira_status_change', act.payload)
      const sent = await jira.findTransition({ key, toStatus, actId: act.id })
      return sent && receiptOf(sent)
    },
  }
}

function createHand(jira: JiraDeps): Hand {
  const receiptOf = receiptAt(jira.now)
  return {
    perform: async ({ id, act }) => {
      const { project, title, text } = of('jira_create_ticket', act.payload)
      return receiptOf(await jira.createIssue({ project, title, text: await jira.marked(text), actId: id }))
    },
    find: async (act) => {
      const { project } = of('jira_create_ticket', act.payload)
      const sent = await jira.findIssue({ project, actId: act.id, since: new Date(act.createdAt) })
      return sent && receiptOf(sent)
    },
  }
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
