import { z } from 'zod'
import { actPayload } from './act.ts'
import { pressing } from './attention.ts'
import { confidence } from './confidence.ts'
import { evidence } from './evidence.ts'
import { instant } from './instant.ts'
import { awaited } from './later.ts'
import { premise } from './premise.ts'
import { reply } from './reply.ts'
import { importance } from './verdict.ts'

/** Real seconds in which a choice can be taken back before anything is done. */
export const UNDO_SECONDS = 10

/** An act that an option performs when it is chosen. `summary` is one line, for "Does". */
export const optionAct = z.object({ payload: actPayload, summary: z.string().min(1), premise })
export type OptionAct = z.infer<typeof optionAct>

/** A possible answer. `button` is a verb and its object, only what its acts really do. */
export const option = z.object({
  id: z.enum(['A', 'B', 'C', 'D']),
  name: z.string().min(1).max(60),
  button: z.string().min(1).max(40),
  does: z.string().min(1),
  stillForYou: z.string().nullable(),
  costs: z.string().min(1),
  pros: z.array(z.string()),
  cons: z.array(z.string()),
  acts: z.array(optionAct),
})
export type Option = z.infer<typeof option>

/** Who chose what, when, and until when it can be taken back. `undoUntil` is real time, `at` business time. */
export const decision = z.object({
  /** `E` is something else than what was offered; `instead` then says what. */
  optionId: z.enum([...option.shape.id.options, 'E']),
  optionName: z.string(),
  instead: z.string().min(1).max(500).nullable().default(null),
  by: z.string(),
  device: z.string(),
  at: instant,
  undoUntil: instant,
  actIds: z.array(z.string()),
  /** The act that enters it in the decision log; apart, for it says nothing of how the choice went. */
  logActId: z.string().nullable().default(null),
  /** True when the dial stood at Observe: the choice is recorded and nothing else was planned. */
  recordedOnly: z.boolean(),
})
export type Decision = z.infer<typeof decision>

export const dismissReason = z.enum(['not_a_problem', 'already_handled', 'not_mine', 'wrong_facts', 'other'])
export type DismissReason = z.infer<typeof dismissReason>

/** What a decision is raised from: the playbook's answer, before anybody has been asked. */
export const escalationDraft = z.object({
  projectId: z.string(),
  matterId: z.string(),
  title: z.string().min(1).max(70),
  whyNow: z.string().min(1).max(140),
  importance,
  facts: z.array(evidence).min(1),
  options: z.array(option).min(2).max(4),
  recommendation: z.object({ optionId: option.shape.id, reason: z.string().min(1) }),
  noAnswer: z.string().min(1),
  wouldChange: z.string().min(1),
  decideBy: instant.nullable(),
  /** Where the deadline comes from. */
  decideByWhy: z.string().nullable(),
  /** The playbook's name and version. */
  rule: z.string(),
  /** What makes it this decision and no other: raised once, and grown while it waits. */
  episode: z.string(),
  /** When its episode began. */
  since: instant,
  wordedBy: z.enum(['rules', 'model']),
  /** Other matters it is about, for its history. */
  related: z.array(z.string()),
})
export type EscalationDraft = z.infer<typeof escalationDraft>

const common = escalationDraft.extend({
  id: z.string(),
  version: z.number().int(),
  /** The version in which its facts or its options last changed: who chose on an older one chose on something else. */
  grewIn: z.number().int().default(1),
  /** What the PM finds undecided in spite of: none of it overtakes the decision again. */
  despite: z.array(z.string()).default([]),
  /** Choices made before this one that came to nothing, or to a part. Their acts stay as they ended. */
  tried: z.array(decision).default([]),
  /** What the PM last said of it to the agent. */
  reply: reply.nullable().default(null),
  refs: z.array(z.string()),
  /** When it interrupted the PM's day; null: it waits quietly. Left out: raised before there was a limit. */
  interruptedAt: instant.nullable().optional(),
  /** Why it interrupted although the day's limit was reached; null: it did not, or within it. */
  beyondLimit: pressing.nullable().default(null),
  confidence,
  createdAt: instant,
  updatedAt: instant,
})

/** A request to the PM and where it stands. An expired one can still be decided. */
export const escalation = z.discriminatedUnion('status', [
  common.extend({ status: z.literal('pending') }),
  common.extend({ status: z.literal('decided'), decision }),
  common.extend({
    status: z.literal('dismissed'),
    dismissal: z.object({ by: z.string(), reason: dismissReason, at: instant }),
  }),
  common.extend({ status: z.literal('expired'), expiredAt: instant }),
  common.extend({
    status: z.literal('superseded'),
    because: z.string(),
    supersededAt: instant,
    /** The newer decision that asks this in its place; null: the facts have answered it. */
    by: z.string().nullable().default(null),
  }),
  common.extend({
    status: z.literal('snoozed'),
    until: instant,
    /** What brings it back before then. */
    orWhen: awaited.nullable().default(null),
  }),
])
export type Escalation = z.infer<typeof escalation>
export type EscalationIn<S extends Escalation['status']> = Extract<Escalation, { status: S }>

/** The PM was late: somebody, or an earlier tap, has already answered. Says who, when and what. */
export class AlreadyDecided extends Error {
  override name = 'AlreadyDecided'
  readonly current: Escalation
  constructor(current: Escalation) {
    super(`This decision is already ${current.status}.`)
    this.current = current
  }
}

/** More became known, or it was put aside, since the page was read: what was asked was asked of something else. */
export class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile'
}

/** No such option, or no such decision. */
export class NoSuchChoice extends Error {
  override name = 'NoSuchChoice'
}

/** The ten seconds are over, or what was chosen is already being done. */
export class TooLateToUndo extends Error {
  override name = 'TooLateToUndo'
}

/** The option with this id. Throws {@link NoSuchChoice}. */
export function optionOf(asked: Escalation, optionId: string): Option {
  const found = asked.options.find((each) => each.id === optionId)
  if (!found) throw new NoSuchChoice(`This decision has no option ${optionId}.`)
  return found
}

export type OpenEscalation = EscalationIn<'pending'> | EscalationIn<'expired'> | EscalationIn<'snoozed'>

/** Nobody has answered it, and the facts have not answered it either. */
export function isOpen(asked: Escalation): asked is OpenEscalation {
  return asked.status === 'pending' || asked.status === 'expired' || asked.status === 'snoozed'
}

/** Whether this version of it interrupts, or it waits quietly; null: neither is news. */
export function attentionOf({ interruptedAt, updatedAt, status }: Escalation): 'interrupts' | 'quiet' | null {
  if (interruptedAt === null) return 'quiet'
  return status === 'pending' && interruptedAt === updatedAt ? 'interrupts' : null
}

/** Answers a waiting or an expired decision. Throws {@link AlreadyDecided} for any other. */
export function decide(asked: Escalation, answer: Decision): EscalationIn<'decided'> {
  if (!isOpen(asked)) throw new AlreadyDecided(asked)
  return { ...nextOf(asked, answer.at), status: 'decided', decision: answer }
}

/** Past its time: nothing is sent, and the choices still work. */
export function expire(asked: EscalationIn<'pending'>, at: Date): EscalationIn<'expired'> {
  const when = at.toISOString()
  return { ...nextOf(asked, when), status: 'expired', expiredAt: when }
}

/** The facts moved on without the PM: the ticket was closed, the flag taken off. `by`: a newer decision took its place. */
export function supersede(
  asked: OpenEscalation,
  because: string,
  at: Date,
  by: string | null = null,
): EscalationIn<'superseded'> {
  const when = at.toISOString()
  return { ...nextOf(asked, when), status: 'superseded', because, supersededAt: when, by }
}

/** What every next version has, whatever its state adds. */
export function nextOf(from: Escalation, updatedAt: string): z.infer<typeof common> {
  return { ...common.parse(from), version: from.version + 1, updatedAt }
}
