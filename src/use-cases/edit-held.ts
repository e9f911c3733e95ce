import { act, type Act } from '#src/domain/act.ts'
import { heldUntil, type LongerChoice } from '#src/domain/hold-longer.ts'
import type { HeldActDeps } from './deps.ts'
import { editOf, withWords, wordsOf, type ActWords } from './edited-payload.ts'
import { TooLate } from './refusals.ts'
import { saveOrTooLate, waitingAct, type WhichAct } from './stop-held.ts'

/** The text was changed, by another tap or by the facts, since it was read. */
export class EditedMeanwhile extends Error {
  override name = 'EditedMeanwhile'
}

/** An act whose words cannot be edited: it has none. */
export class NothingToEdit extends Error {
  override name = 'NothingToEdit'
}

export type Edit = WhichAct & { version: number; by: string; text: string; subject?: string | undefined }

/**
 * Changes the words of an act that waits; it goes on waiting, and goes as `edited`. The share of changed words is
 * measured against what was drafted, however often it is edited. Throws EditedMeanwhile, NothingToEdit, NoSuchAct or TooLate.
 */
export async function editHeld(deps: HeldActDeps, asked: Edit): Promise<Act> {
  const waiting = await waitingAct(deps, asked)
  if (waiting.version !== asked.version)
    throw new EditedMeanwhile('This text has changed since you opened it. Read it again.')
  const words = wordsOf(waiting.payload)
  if (!words) throw new NothingToEdit('This act has no text to edit.')
  const drafted: ActWords = waiting.edit?.before ?? words
  const now = deps.now()
  const after = { subject: asked.subject ?? words.subject, text: asked.text }
  const next = act.parse({
    ...waiting,
    payload: withWords(waiting.payload, after),
    edit: editOf(drafted, after, asked.by, now),
    version: waiting.version + 1,
    updatedAt: now.toISOString(),
  })
  await saveOrTooLate(deps, next, 'act_held', `Edited: ${waiting.summary}`)
  return next
}

/** Half an hour, a choice, or a minute of the PM's own clock. */
export type Longer = WhichAct & { until?: { choice: LongerChoice } | { minute: string } }

/** Puts a held act back, by 30 working minutes where nothing else is said. Throws NoSuchAct, TooLate or CannotHold. */
export async function holdLonger(deps: HeldActDeps, asked: Longer): Promise<Act> {
  const waiting = await waitingAct(deps, asked)
  if (waiting.status !== 'held') throw new TooLate('It has no time to put back: it waits for your word.')
  const now = deps.now()
  const until = heldUntil(waiting, asked.until ?? { choice: 'half_hour' }, now, await deps.hours())
  const next = act.parse({
    ...waiting,
    heldUntil: until.toISOString(),
    version: waiting.version + 1,
    updatedAt: now.toISOString(),
  })
  await saveOrTooLate(deps, next, 'act_held', `Held longer: ${waiting.summary}`)
  return next
}
