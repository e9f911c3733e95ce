import { z } from 'zod'
import {
  AlreadyDecided,
  escalationDraft,
  isOpen,
  type Escalation,
  type OpenEscalation,
  type Option,
} from './escalation.ts'
import { instant } from './instant.ts'
import type { Reply } from './reply.ts'

/** What a reply may change: the words of a decision and what is recommended. Never its acts, their recipients, or its facts. */
export const words = escalationDraft.pick({
  ...{ title: true, whyNow: true, wouldChange: true, recommendation: true, options: true, wordedBy: true },
})
export type Words = z.infer<typeof words>

/** What reasoning made of a reply; `words` null: no model may be asked for now. */
export const rework = z.object({
  projectId: z.string(),
  escalationId: z.string(),
  /** The version of the decision that was replied to. */
  version: z.number().int(),
  repliedAt: instant,
  words: words.nullable(),
})
export type Rework = z.infer<typeof rework>

/** The PM says what should be different about a decision that waits. Throws {@link AlreadyDecided} for one that does not. */
export function replyTo(asked: Escalation, said: Pick<Reply, 'text' | 'by'>, at: Date): OpenEscalation {
  if (!isOpen(asked)) throw new AlreadyDecided(asked)
  const when = at.toISOString()
  return answered(asked, { ...said, at: when, state: 'reworking', changed: [] }, when)
}

/** A reply that waits to be worked in. */
export function waitingReply(asked: Escalation): Reply | null {
  return isOpen(asked) && asked.reply !== null && asked.reply.state !== 'reworked' ? asked.reply : null
}

/**
 * The decision with what came of its reply. Null: there is nothing to write, since it was answered, replied to once more or
 * grew since, or what is said of it stands there already.
 */
export function reworked(asked: Escalation, made: Rework, at: Date): Escalation | null {
  const waiting = waitingReply(asked)
  if (!isOpen(asked) || waiting?.at !== made.repliedAt || asked.grewIn > made.version) return null
  const when = at.toISOString()
  if (made.words === null)
    return waiting.state === 'kept' ? null : answered(asked, { ...waiting, state: 'kept' }, when)
  const changed = changedBy(asked, made.words)
  const next = answered(asked, { ...waiting, state: 'reworked', changed }, when)
  // Who chose on the words of before chose on something else.
  return { ...next, ...made.words, grewIn: changed.length > 0 ? next.version : next.grewIn }
}

function answered(asked: OpenEscalation, reply: Reply, updatedAt: string): OpenEscalation {
  return { ...asked, version: asked.version + 1, updatedAt, reply }
}

function changedBy(before: Escalation, after: Words): string[] {
  const draftsOf = (id: string) => before.options.find((each) => each.id === id)?.acts
  const isNew = ({ id, acts }: Option) =>
    JSON.stringify(draftsOf(id)) !== JSON.stringify(acts) ||
    (after.recommendation.optionId === id && before.recommendation.optionId !== id)
  return after.options.filter(isNew).map(({ id }) => id)
}
