import { act, type Act } from '#src/domain/act.ts'
import { addWorkingMinutes } from '#src/domain/calendar.ts'
import type { HeldActDeps } from './deps.ts'
import { editOf, withWords, wordsOf, type ActWords } from './edited-payload.ts'
import { TooLate } from './refusals.ts'
import { saveOrTooLate, waitingAct, type WhichAct } from './stop-held.ts'

/** Working minutes that a held act is put back by. */
const LONGER_MINUTES = 30

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

/** Puts a held act back by 30 working minutes. Throws NoSuchAct or TooLate. */
export async function holdLonger(deps: HeldActDeps, asked: WhichAct): Promise<Act> {
  const waiting = await waitingAct(deps, asked)
  if (waiting.status !== 'held') throw new TooLate('It has no time to put back: it waits for your word.')
  const now = deps.now()
  const from = waiting.heldUntil > now.toISOString() ? new Date(waiting.heldUntil) : now
  const heldUntil = addWorkingMinutes(from, LONGER_MINUTES, await deps.hours())
  const next = act.parse({
    ...waiting,
    heldUntil: heldUntil.toISOString(),
    version: waiting.version + 1,
    updatedAt: now.toISOString(),
  })
  await saveOrTooLate(deps, next, 'act_held', `Held longer: ${waiting.summary}`)
  return next
}
