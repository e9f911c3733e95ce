import type { DismissReason, Escalation } from '#src/domain/escalation.ts'
import { dismiss as dismissDomain } from '#src/domain/put-aside.ts'
import { decisionEvent } from './decision-event.ts'
import type { DecisionDeps } from './deps.ts'
import { learnedFromDismissal } from './learned.ts'
import { findDecision, saveOrLose, type Place } from './settle-decision.ts'

export type Dismissal = Place & { reason: DismissReason; by: string }

/** Puts a decision aside with a reason, which is used. Throws AlreadyDecided, ChangedMeanwhile or NoSuchDecision. */
export async function dismiss(deps: DecisionDeps, { reason, by, ...place }: Dismissal): Promise<Escalation> {
  const { asked } = await findDecision(deps, place)
  const next = dismissDomain(asked, by, reason, deps.now())
  const events = [decisionEvent(deps, next, 'escalation_dismissed', `Dismissed: ${next.title}`)]
  await saveOrLose(deps, next, { events, learned: learnedFromDismissal(deps, next, { by, reason }) })
  return next
}
