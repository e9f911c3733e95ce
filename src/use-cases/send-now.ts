import { move, type Act } from '#src/domain/act.ts'
import type { HeldActDeps } from './deps.ts'
import { saveOrTooLate, waitingAct, type WhichAct } from './stop-held.ts'

/**
 * Lets a waiting act go at once, a held one early and an awaiting one with the approval it waits for: the PM's word.
 * What was edited goes as `edited`. Throws TooLate when it no longer waits.
 */
export async function sendNow(deps: HeldActDeps, asked: WhichAct & { by: string }): Promise<Act> {
  const waiting = await waitingAct(deps, asked)
  const notBefore = deps.realNow().toISOString()
  const outcome = waiting.edit ? 'edited' : 'approved'
  const planned = move(waiting, { status: 'planned', outcome, notBefore }, deps.now())
  const says = waiting.status === 'held' ? 'Let go early' : `Approved by ${asked.by}`
  await saveOrTooLate(deps, planned, 'act_held', `${says}: ${waiting.summary}`)
  return planned
}
