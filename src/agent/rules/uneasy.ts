import { isGood } from './mail-good.ts'
import { promises, settles } from './mail-meaning.ts'
import { hasFigures, isEnclosure, isFinished } from './mail-moods.ts'
import { isUneasy } from './trouble.ts'

/** Below this, a word or two. */
const WORD = 50

/** It holds more than a word, and says of nothing that it is done, well, promised or over. */
export const saysNoneOfItIsWell = (text: string): boolean =>
  text.length >= WORD &&
  ![isGood, isFinished, hasFigures, promises, settles, isEnclosure].some((is) => is(text))

/** A strong hint, or two: a weak one stands in any text. */
const LEAST = 2

/** Hints of trouble, and nothing that speaks for the opposite: a model may say, and without one it is taken for trouble. */
export const isUneasyMail = (text: string): boolean => saysNoneOfItIsWell(text) && isUneasy(text, LEAST)

export const UNEASY = {
  name: 'uneasy-guess@1',
  importance: 'high',
  complexity: 'complex',
  isOpen: true,
  reason: 'It is neither good news nor small talk, and something in it is not as it should be.',
} as const
