const LETTERS = 'A-Za-zÀ-ɏ'

/**
 * Whole words, any of these. `\\p{L}` stands for a Latin letter: hundreds of phrases over all of Unicode's letters would
 * take seconds to compile.
 */
export const phrases = (...any: string[]) =>
  new RegExp(
    String.raw`(?<![${LETTERS}\d])(?:${any
      .join('|')
      .replaceAll(String.raw`[^\p{L}]`, `[^${LETTERS}]`)
      .replaceAll(String.raw`\p{L}`, `[${LETTERS}]`)})(?![${LETTERS}])`,
    'i',
  )

/** What somebody can say that a PM would want to hear of the same day. Each language has its own words, in a table of its own. */
export type Troubles = {
  /** A day will not be kept, or work comes later than planned. */
  slips: RegExp
  /** Work stands still until somebody outside it moves. */
  stopped: RegExp
  /** Nobody decides, signs, owns or knows; an answer is wanted before work can go on. */
  undecided: RegExp
  /** It does not work for those it was made for. */
  broken: RegExp
  /** People, data or the law are at stake. */
  unsafe: RegExp
  /** A customer, a supplier or the sponsor says what it will cost to go on so. */
  threat: RegExp
  /** It costs other than was agreed, or money has not come. */
  money: RegExp
  /** Somebody the work needs goes away for good. */
  leaving: RegExp
  /** Work that was not agreed has come in, or what was agreed is asked to change. */
  scope: RegExp
  /** Two say what can't both be true. */
  clash: RegExp
  /** It only sounds like trouble: past, over, denied, imagined, or somebody else's. */
  calm: RegExp
}

export type Trouble = Exclude<keyof Troubles, 'calm'>

/** One family of words; `weight`: 2 says it alone, 1 only together with another. */
export type Hint = { trouble: Trouble; weight: 1 | 2; says: RegExp }

export const hints = (trouble: Trouble, weight: Hint['weight'], ...any: string[]): Hint[] =>
  any.map((one) => ({ trouble, weight, says: phrases(one) }))
