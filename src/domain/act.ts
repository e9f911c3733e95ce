import { z } from 'zod'
import { actEdit } from './act-edit.ts'
import { artefactType } from './artefact.ts'
import { documentChange } from './document-change.ts'
import { actionType, type ActionType } from './boundary.ts'
import { evidence } from './evidence.ts'
import { gateRecord } from './gate-record.ts'
import { instant } from './instant.ts'
import { jiraPayloads } from './jira-payload.ts'
import { lastCheck } from './last-check.ts'
import { premise } from './premise.ts'
import { spotMark } from './spot-mark.ts'
import { stopReason } from './stop-reason.ts'

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

/**
 * What an act will do: a closed union, one member per action type that is not *never*. `heartbeat_log` has none: it is a row
 * of the workbench's own, written by the step it tells of, and nothing that could be held, chosen or undone.
 */
export const actPayload = z.discriminatedUnion('kind', [
  ...jiraPayloads,
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

export const receipt = z.object({
  /** The provider's id: a Jira comment's id, an artefact's version. */
  id: z.string(),
  url: z.string().nullable(),
  at: instant,
  /** What stood there before, by the provider's id and as people read it; left out where nothing was replaced. */
  before: z.object({ id: z.string().nullable(), words: z.string() }).optional(),
})
export type Receipt = z.infer<typeof receipt>

/** How an act came to go, or not. Only `approved` and `edited` are the PM's word. */
export const outcome = z.enum(['auto', 'approved', 'edited', 'lapsed'])

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
  /** What the executor last looked at before it went, or did not; null: its time has not come. */
  lastCheck: lastCheck.nullable().default(null),
  /** The PM asked for it by name: it says nothing of what the agent does alone. */
  askedFor: z.boolean().default(false),
  /** The act that this one undoes, and the one that undid this one. */
  compensates: z.string().nullable().default(null),
  undoneBy: z.string().nullable().default(null),
  /** What the PM changed in its words; null: it goes as it was drafted. */
  edit: actEdit.nullable().default(null),
  /** What the PM said of it afterwards, in a spot check. */
  mark: spotMark.nullable().default(null),
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
  // `timesAsked`: how often the provider was asked what became of it, and could not say; left out: once.
  common.extend({
    ...{ status: z.literal('unknown'), reason: z.string(), askAgainAt: instant, ...chosen },
    timesAsked: z.number().int().positive().optional(),
  }),
  // `because`: what the PM picked; left out where nothing was, or where the executor stopped it.
  common.extend({
    status: z.literal('cancelled'),
    reason: z.string(),
    by: z.string(),
    because: stopReason.optional(),
  }),
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

/** The action type a payload is of: every member of the union is named by its own. */
export function typeOf({ kind }: ActPayload): ActionType {
  return kind
}

/** What only the old state had is dropped in parsing: no two states share a field that the new one may leave out. */
function stamp(from: Act, to: ActState, at: Date): Act {
  return act.parse({ ...from, ...to, version: from.version + 1, updatedAt: at.toISOString() })
}
