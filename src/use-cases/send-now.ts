import { move, type Act } from '#src/domain/act.ts'
import type { HeldActDeps } from './deps.ts'
import { ReadItFirst } from './refusals.ts'
import { saveOrTooLate, waitingAct, type WhichAct } from './stop-held.ts'

/** `read`: the version whose whole text stood above the button. What goes outside is not sent without. */
export type SendNow = WhichAct & { by: string; read?: number | undefined }

/**
 * Lets a waiting act go at once, a held one early and an awaiting one with the approval it waits for: the PM's word.
 * What was edited goes as `edited`. Throws TooLate when it no longer waits, ReadItFirst for what goes outside unread.
 */
export async function sendNow(deps: HeldActDeps, asked: SendNow): Promise<Act> {
  const waiting = await waitingAct(deps, asked)
  mustBeRead(waiting, asked.read)
  const notBefore = deps.realNow().toISOString()
  const outcome = waiting.edit ? 'edited' : 'approved'
  const planned = move(waiting, { status: 'planned', outcome, notBefore }, deps.now())
  const says = waiting.status === 'held' ? 'Let go early' : `Approved by ${asked.by}`
  await saveOrTooLate(deps, planned, 'act_held', `${says}: ${waiting.summary}`)
  return planned
}

function mustBeRead({ kind, version }: Act, read: number | undefined): void {
  if (kind !== 'email_external' || read === version) return
  throw new ReadItFirst(
    read === undefined
      ? 'It goes outside: read it, and send it from below its text.'
      : 'It goes outside, and has changed since you read it. Read it again.',
  )
}
