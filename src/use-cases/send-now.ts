import { move, type Act } from '#src/domain/act.ts'
import type { HeldActDeps } from './deps.ts'
import { saveOrTooLate, waitingAct } from './stop-held.ts'

/** Lets a waiting act go at once: the PM's explicit approval. Throws TooLate when it no longer waits. */
export async function sendNow(
  deps: HeldActDeps,
  asked: { projectId: string; actId: string; by: string },
): Promise<Act> {
  const waiting = await waitingAct(deps, asked)
  const notBefore = deps.realNow().toISOString()
  const planned = move(waiting, { status: 'planned', outcome: 'approved', notBefore }, deps.now())
  await saveOrTooLate(deps, planned, 'act_held', `Let go early: ${waiting.summary}`)
  return planned
}
