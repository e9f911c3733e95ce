import { move, type Act } from '#src/domain/act.ts'
import type { HeldActDeps } from './deps.ts'
import { NoSuchAct, TooLate } from './refusals.ts'
import { saveOrTooLate, type WhichAct } from './stop-held.ts'

/** Takes an act back that the PM asked for, within its ten seconds. Throws NoSuchAct or TooLate. */
export async function takeBack(
  deps: HeldActDeps,
  { projectId, actId, by }: WhichAct & { by: string },
): Promise<Act> {
  const found = await deps.act(projectId, actId)
  if (!found) throw new NoSuchAct('There is no such act.')
  if (found.status !== 'planned' || !found.askedFor)
    throw new TooLate('What was asked for is already being done.')
  const stopped = move(
    found,
    { status: 'cancelled', by, reason: 'taken back within ten seconds' },
    deps.now(),
  )
  await saveOrTooLate(deps, stopped, 'act_cancelled', `Taken back: ${found.summary}`)
  return stopped
}
