import { replyTo } from '#src/domain/escalation-reply.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { decisionEvent } from './decision-event.ts'
import type { DecisionDeps } from './deps.ts'
import { findDecision, saveOrLose, type Place } from './settle-decision.ts'

export type Said = Place & { text: string; by: string }

/**
 * Keeps what the PM says of a decision; the stream wakes whoever works it in. Throws AlreadyDecided, ChangedMeanwhile or
 * NoSuchDecision.
 */
export async function replyToDecision(deps: DecisionDeps, { text, by, ...place }: Said): Promise<Escalation> {
  const { asked } = await findDecision(deps, place)
  const next = replyTo(asked, { text, by }, deps.now())
  const events = [decisionEvent(deps, next, 'escalation_replied', `You replied to “${next.title}”: ${text}`)]
  await saveOrLose(deps, next, { events })
  return next
}
