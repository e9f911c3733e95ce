import { z } from 'zod'
import { assertNever } from './assert-never.ts'
import { actEdit } from './act-edit.ts'
import { artefactType } from './artefact.ts'
import { documentChange } from './document-change.ts'
import { actionType, hold, type ActionType } from './boundary.ts'
import { confidence } from './confidence.ts'
import { evidence } from './evidence.ts'
import { instant } from './instant.ts'
import { autonomyLevel } from './project.ts'

const ticketKey = z.string().regex(/^[A-Z][A-Z0-9_]*-\d+$/, 'a ticket key such as SP-12')

/** The mail that a mail answers: its thread, and its own id at the provider. */
export const replyTo = z.object({
  ref: z.string(),
  messageId: z.string(),
  conversationId: z.string(),
})

/** A mail from the PM's mailbox. Recipients are ids of the project's register, never addresses out of a text. */
const mail = {
  to: z.array(z.string().min(3)).min(1),
  cc: z.array(z.string().min(3)),
  subject: z.string().min(1).max(200),
  text: z.string().min(1).max(4000),
  replyTo: replyTo.nullable(),
}

/** What an act will do: a closed union, one member per action type that can be performed today. */
export const actPayload = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('jira_comment'), key: ticketKey, text: z.string().min(1).max(2000) }),
  z.object({ kind: z.literal('jira_status_change'), key: ticketKey, toStatus: z.string().min(1) }),
  z.object({
    ...{ kind: z.literal('jira_create_ticket'), project: z.string().min(1) },
    ...{ title: z.string().min(1).max(255), text: z.string().min(1).max(4000) },
  }),
  z.object({
    kind: z.literal('artefact_update'),
    artefactType,
    changes: z.array(documentChange).min(1),
  }),
  z.object({ kind: z.literal('email_stakeholder'), ...mail }),
  z.object({ kind: z.literal('email_external'), ...mail }),
  // To the PM's own address and to nobody else, so it has no recipient to get wrong.
  z.object({ kind: z.literal('notification_internal'), subject: z.string().min(1), text: z.string().min(1) }),
])
export type ActPayload = z.infer<typeof actPayload>

/** The ticket stands where it stood. A null is not checked. */
export const ticketPremise = z.object({
  key: ticketKey,
  status: z.string(),
  flagged: z.boolean().nullable(),
  unowned: z.boolean().nullable(),
})

/** Nobody has written in the thread since. */
export const threadPremise = z.object({ conversationId: z.string(), newestAt: instant })

/** What must still be so when the act goes. */
export const premise = z.union([ticketPremise, threadPremise]).nullable()
export type Premise = z.infer<typeof premise>

/** The inputs and the answer of the gate, stored so that the act can be explained and re-run (law 10). */
export const gateRecord = z.object({
  dial: autonomyLevel,
  paused: z.boolean(),
  boundary: z.enum(['auto', 'hold', 'approval', 'never']),
  confidence,
  fate: z.enum(['do', 'hold', 'ask', 'refuse']),
  reasons: z.array(z.string()),
  /** How long it is held, for what reason; null where nothing is held. */
  hold: hold.nullable().default(null),
  at: instant,
})
export type GateRecord = z.infer<typeof gateRecord>

export const receipt = z.object({
  /** The provider's id: a Jira comment's id, an artefact's version. */
  id: z.string(),
  url: z.string().nullable(),
  at: instant,
})
export type Receipt = z.infer<typeof receipt>

/** How an act came to go, or not. Only `approved` and `edited` are the PM's word. */
export const outcome = z.enum(['auto', 'approved', 'edited', 'lapsed'])
export type Outcome = z.infer<typeof outcome>

const lease = z.object({ until: instant, attempt: z.number().int().positive() })

const common = z.object({
  id: z.string(),
  version: z.number().int(),
  projectId: z.string(),
  matterId: z.string(),
  kind: actionType,
  ref: z.string(),
  payload: actPayload,
  summary: z.string(),
  why: z.string(),
  /** At least one, but for a notice to the PM: see the executor's propose. */
  evidence: z.array(evidence),
  premise,
  escalationId: z.string().nullable(),
  /** The act that must be done first: a document does not claim what did not happen. */
  after: z.string().nullable(),
  gate: gateRecord,
  /** What the PM changed in its words; null: it goes as it was drafted. */
  edit: actEdit.nullable().default(null),
  createdAt: instant,
  updatedAt: instant,
})

const chosen = { outcome }

/** An act and where it stands. The moves between these states are in {@link canMove}. */
export const act = z.discriminatedUnion('status', [
  common.extend({ status: z.literal('proposed') }),
  common.extend({ status: z.literal('refused'), reason: z.string() }),
  common.extend({ status: z.literal('escalated'), reason: z.string() }),
  common.extend({ status: z.literal('held'), heldUntil: instant }),
  // Not `expiresAt`: a row's attribute of that name is the table's clean-up time.
  common.extend({ status: z.literal('awaiting'), waitsUntil: instant }),
  common.extend({ status: z.literal('planned'), notBefore: instant, ...chosen }),
  common.extend({ status: z.literal('executing'), lease, ...chosen }),
  common.extend({ status: z.literal('done'), receipt, ...chosen }),
  common.extend({ status: z.literal('failed'), reason: z.string(), ...chosen }),
  common.extend({ status: z.literal('unknown'), reason: z.string(), askAgainAt: instant, ...chosen }),
  common.extend({ status: z.literal('cancelled'), reason: z.string(), by: z.string() }),
  common.extend({ status: z.literal('expired') }),
])
export type Act = z.infer<typeof act>
export type ActStatus = Act['status']
export type ActIn<S extends ActStatus> = Extract<Act, { status: S }>
export type ActCommon = z.infer<typeof common>

const MOVES: Record<ActStatus, readonly ActStatus[]> = {
  proposed: ['refused', 'escalated', 'held', 'awaiting', 'planned'],
  held: ['planned', 'cancelled', 'escalated'],
  awaiting: ['planned', 'cancelled', 'expired'],
  planned: ['executing', 'held', 'cancelled'],
  executing: ['done', 'failed', 'unknown'],
  unknown: ['done', 'failed'],
  refused: [],
  escalated: [],
  done: [],
  failed: [],
  cancelled: [],
  expired: [],
}

/** Whether the picture in architecture.md has this arrow. */
export function canMove(from: ActStatus, to: ActStatus): boolean {
  return MOVES[from].includes(to)
}

/** A move the picture does not have. */
export class IllegalMove extends Error {
  override name = 'IllegalMove'
}

type OmitEach<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
/** A state with just what it adds to an act. */
export type ActState = OmitEach<Act, keyof ActCommon>

/** Moves an act along one arrow: the next version, with what the new state adds and what the old one added gone. */
export function move(from: Act, to: ActState, at: Date): Act {
  if (!canMove(from.status, to.status))
    throw new IllegalMove(`Act ${from.id} is ${from.status}; it cannot become ${to.status}.`)
  return stamp(from, to, at)
}

/** Takes the lease again for one more attempt, after the provider said that the one before never arrived. */
export function retryLease(from: ActIn<'executing'>, until: Date, at: Date): Act {
  const next = { until: until.toISOString(), attempt: from.lease.attempt + 1 }
  return stamp(from, { status: 'executing', lease: next, outcome: from.outcome }, at)
}

/** The action type a payload is of. */
export function typeOf(payload: ActPayload): ActionType {
  switch (payload.kind) {
    case 'jira_comment':
    case 'jira_status_change':
    case 'jira_create_ticket':
    case 'artefact_update':
    case 'email_stakeholder':
    case 'email_external':
    case 'notification_internal':
      return payload.kind
    default:
      return assertNever(payload)
  }
}

function stamp(from: Act, to: ActState, at: Date): Act {
  return act.parse({ ...common.parse(from), ...to, version: from.version + 1, updatedAt: at.toISOString() })
}
