import { move, type Act } from '#src/domain/act.ts'
import { TooLateToUndo, undoDecision as undoDomain, type Escalation } from '#src/domain/escalation.ts'
import type { DecisionDeps } from './deps.ts'
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
  const planned = asked.status === 'decided' ? await deps.acts(projectId, asked.decision.actIds) : []
  const stopped = planned.map((each) => stop(each, by, now))
  const undone = {
    id: deps.newId(now, open.id, open.version, 'undone'),
    version: 1,
    projectId,
    kind: 'escalation_undone',
    at: now.toISOString(),
    text: `Taken back within ten seconds: ${open.title}`,
    ref: open.refs[0] ?? null,
    actId: null,
    escalationId: open.id,
  } as const
  try {
    await deps.save(open, { acts: stopped, events: [undone] })
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
