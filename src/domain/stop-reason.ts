import { z } from 'zod'

/** Why the PM stopped an act that waited. Each costs the same; they are counted apart. */
export const stopReason = z.enum([
  'not_needed',
  'already_handled',
  'wrong_facts',
  'wrong_words',
  'wrong_person',
  'other',
])
export type StopReason = z.infer<typeof stopReason>

/** As people read it. */
export const STOP_WORDS: Record<StopReason, string> = {
  not_needed: 'not needed',
  already_handled: 'already handled',
  wrong_facts: 'wrong facts',
  wrong_words: 'not how I would say it',
  wrong_person: 'wrong person',
  other: 'another reason',
}

/** The reason as it stands with the act: what was picked, what was said, or that nothing was. */
export function reasonOf(because: StopReason | undefined, said: string): string {
  const words = said.trim()
  if (because === undefined) return words || 'stopped by the PM'
  return words === '' ? STOP_WORDS[because] : `${STOP_WORDS[because]}: ${words}`
}
