/** What a sentence of a mail can do. Each language has its own words for it, in a table of its own. */
export type Deeds = {
  /** It asks for something. */
  asks: RegExp
  /** Something stops, on the side of whoever writes it. */
  ends: RegExp
  /** A last day is set. */
  limits: RegExp
  /** A day is another than was said before. */
  moves: RegExp
  /** Otherwise something happens that nobody wants. */
  orElse: RegExp
  /** It has to be so, whoever would rather not. */
  isDuty: RegExp
  /** It is asked for again, or the day has gone by. */
  chases: RegExp
  /** What should have come has not come. */
  isMissing: RegExp
  /** Work can't go on. */
  isStuck: RegExp
  /** Somebody takes it upon themselves. */
  promises: RegExp
  /** It can come later. */
  mayWait: RegExp
  /** Whoever writes it wants nothing of it soon, or nothing at all. */
  noRush: RegExp
  /** It does not work, or is not there, whatever a board says. */
  saysNotSo: RegExp
  /** It is there, or done. */
  saysDone: RegExp
  /** A question without a question mark: it is taken to be so unless somebody says otherwise. */
  presumes: RegExp
  /** Two things are set against each other. */
  contrasts: RegExp
  /** It is over, or well. */
  settles: RegExp
  /** Manners, invitations and life beside the work. */
  isSocial: RegExp
}

/** Whole words, with accents and umlauts as letters; "50 of 50" is not "0 of". */
export const words = (...phrases: string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?!\\p{L})`, 'iu')
