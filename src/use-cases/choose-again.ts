import { AlreadyDecided, ChangedMeanwhile, isOpen, type Escalation } from '#src/domain/escalation.ts'
import {
  chooseAgain as chooseAgainDomain,
  stillUndecided as stillUndecidedDomain,
} from '#src/domain/escalation-again.ts'
import { decisionEvent } from './decision-event.ts'
import type { DecisionDeps } from './deps.ts'
import { memoryIdOf } from './learned.ts'
import { findDecision, saveOrLose, type Place } from './settle-decision.ts'
import { undoDecision } from './undo-decision.ts'

/**
 * Asks again what came to nothing, or to a part: its options are open, what was done stays done and is not done again.
 * Whoever finds it open already has what they wanted. Throws CannotChooseAgain, AlreadyDecided or NoSuchDecision.
 */
export async function chooseAgain(deps: DecisionDeps, place: Place): Promise<Escalation> {
  const { asked } = await findDecision(deps, place)
  if (isOpen(asked)) return asked
  if (asked.status !== 'decided') throw new AlreadyDecided(asked)
  const acts = await deps.acts(asked.projectId, asked.decision.actIds)
  const next = chooseAgainDomain(asked, acts, deps.now())
  const done = acts.filter(({ status }) => status === 'done').length
  const text = `Asked again, ${done === 0 ? 'nothing' : `${done} of ${acts.length}`} was done: ${next.title}`
  return await returned(deps, next, text)
}

/**
 * For who chose a moment too late and wants to be asked after all. While the other choice's ten seconds run it is taken
 * back; when it has come to nothing, or to a part, it is asked again. When it was done, is being done, or nobody is certain,
 * this is refused: what has left stays left (law 2), and a second choice beside it would be two answers in the PM's
 * name, of which only one was meant (law 3). In no case is the late choice made: it is chosen again, by a tap of its own.
 * Throws TooLateToUndo, CannotChooseAgain, AlreadyDecided or NoSuchDecision.
 */
export async function askAgain(deps: DecisionDeps, asked: Place & { by: string }): Promise<Escalation> {
  const { asked: now } = await findDecision(deps, asked)
  const runs = now.status === 'decided' && deps.realNow().toISOString() < now.decision.undoUntil
  return runs ? undoDecision(deps, asked) : chooseAgain(deps, asked)
}

/**
 * Asks again what the facts seemed to have answered; they do not overtake it a second time. Throws AlreadyDecided or
 * NoSuchDecision.
 */
export async function stillUndecided(deps: DecisionDeps, place: Place): Promise<Escalation> {
  const { asked } = await findDecision(deps, place)
  if (isOpen(asked)) return asked
  const next = stillUndecidedDomain(asked, deps.now())
  const text = `Still undecided: ${next.title}`
  return await returned(deps, next, text)
}

/** Of two who open it at once one does, and the other finds it open: that is what both asked for. */
async function returned(deps: DecisionDeps, next: Escalation, text: string): Promise<Escalation> {
  try {
    await saveOrLose(deps, next, {
      events: [decisionEvent(deps, next, 'escalation_returned', text)],
      unlearned: [memoryIdOf(deps, next)],
    })
    return next
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error
    return (await findDecision(deps, { projectId: next.projectId, escalationId: next.id })).asked
  }
}
