import { move, type Act } from '#src/domain/act.ts'
import { eventOf } from '#src/domain/event.ts'
import { reasonOf, type StopReason } from '#src/domain/stop-reason.ts'
import type { HeldActDeps } from './deps.ts'
import { NoSuchAct, TooLate } from './refusals.ts'

export type WhichAct = { projectId: string; actId: string }
/** `reason`: in words; `because`: what was picked from the list. */
export type Stop = WhichAct & { by: string; reason: string; because?: StopReason | undefined }

/** Stops an act that waits to go, with the PM's reason if one was given. Throws TooLate when it no longer waits. */
export async function stopHeld(deps: HeldActDeps, asked: Stop): Promise<Act> {
  const waiting = await waitingAct(deps, asked)
  const now = deps.now()
  const { by, because } = asked
  const reason = reasonOf(because, asked.reason)
  const stopped = move(waiting, { status: 'cancelled', by, reason, ...(because && { because }) }, now)
  await saveOrTooLate(deps, stopped, 'act_cancelled', `Stopped: ${waiting.summary} (${reason})`)
  return stopped
}

/** An act that is held or awaits approval. */
export async function waitingAct(deps: HeldActDeps, { projectId, actId }: WhichAct) {
  const found = await deps.act(projectId, actId)
  if (!found) throw new NoSuchAct('There is no such act.')
  if (found.status !== 'held' && found.status !== 'awaiting')
    throw new TooLate(`This act no longer waits: it is ${found.status}.`)
  return found
}

/** Saves the ruling; whoever comes after another ruling is told so. */
export async function saveOrTooLate(
  deps: HeldActDeps,
  next: Act,
  kind: 'act_cancelled' | 'act_held',
  text: string,
): Promise<void> {
  const at = deps.now()
  const { projectId, ref, id: actId, escalationId } = next
  const id = deps.newId(at, actId, next.version)
  const event = eventOf({ id, projectId, kind, text, ref, actId, escalationId }, at)
  try {
    await deps.saveAct(next, { events: [event] })
  } catch (error) {
    if (error instanceof Error && error.name === 'Conflict')
      throw new TooLate('This act was ruled on a moment before.', { cause: error })
    throw error
  }
}
