import { move, type Act } from '#src/domain/act.ts'
import { TooLateToUndo, type Escalation } from '#src/domain/escalation.ts'
import { undoDecision as undoDomain } from '#src/domain/put-aside.ts'
import { decisionEvent } from './decision-event.ts'
import { actsOfChoice } from './settle-decision.ts'
import type { DecisionDeps } from './deps.ts'
import { memoryIdOf } from './learned.ts'
import { NoSuchDecision } from './refusals.ts'

export type TakenBack = { projectId: string; escalationId: string; by: string }

/**
 * Takes a choice back within its ten real seconds: the decision waits again, its planned acts are stopped. Throws
 * TooLateToUndo when the time is over or an act has begun, NoSuchDecision when there is none.
 */
export async function undoDecision(
  deps: DecisionDeps,
  { projectId, escalationId, by }: TakenBack,
): Promise<Escalation> {
  const asked = await deps.escalation(projectId, escalationId)
  if (!asked) throw new NoSuchDecision('There is no such decision.')
  const now = deps.now()
  const open = undoDomain(asked, deps.realNow(), now)
  const planned = await deps.acts(projectId, actsOfChoice(asked))
  const stopped = planned.map((each) => stop(each, by, now))
  const text = `Taken back within ten seconds: ${open.title}`
  const undone = decisionEvent(deps, open, 'escalation_undone', text)
  try {
    await deps.save(open, { acts: stopped, events: [undone], unlearned: [memoryIdOf(deps, open)] })
  } catch (error) {
    if (error instanceof Error && error.name === 'Conflict')
      throw new TooLateToUndo('What was chosen is already being done.', { cause: error })
    throw error
  }
  return open
}

function stop(planned: Act, by: string, now: Date): Act {
  if (planned.status !== 'planned') throw new TooLateToUndo('What was chosen is already being done.')
  return move(planned, { status: 'cancelled', by, reason: 'taken back within ten seconds' }, now)
}
