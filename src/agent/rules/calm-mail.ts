import type { MailSignal } from '#src/domain/signal.ts'
import { isMostly } from './mail-body.ts'
import { isOffer } from './mail-good.ts'
import { isBesideWork, isLight, isPraiseSubject } from './mail-light.ts'
import { isSmallTalk, noRush } from './mail-meaning.ts'
import { hasFigures, isAside, isAway, isHouse } from './mail-moods.ts'
import { isQuestionOfWork, some } from './mail-setting.ts'

type Letter = Pick<MailSignal, 'title' | 'text'>

/** A mail this short holds one thought; above the second, more than a word aside. */
const SHORT = 120
const LONG = 240

const asksOfWork = (s: Letter) => some(s, isQuestionOfWork)

/** What a mail is when nothing of it is for the PM to act on, whatever words it has. */
export const isTalk = (s: Letter) =>
  s.text.length < LONG &&
  !hasFigures(s.text) &&
  (isSmallTalk(s.title) || (isMostly(s.text, isSmallTalk) && !asksOfWork(s)))

export const isOnlyAside = (s: Letter) =>
  isAside(s.text) && !some(s, (one) => isQuestionOfWork(one) && !isAside(one))

export const isOfHouse = (s: Letter) => s.text.length < SHORT && isHouse(s.text) && !asksOfWork(s)

export const isLightTalk = (s: Letter) =>
  s.text.length < LONG &&
  (isMostly(s.text, isLight) || isLight(s.title) || isBesideWork(s.title)) &&
  !isOffer(s.text)

/** The subject says no more than thanks or praise, and the text asks nothing. */
export const isPraise = (s: Letter) => s.text.length < LONG && isPraiseSubject(s.title) && !asksOfWork(s)

export const isAbsence = (s: Letter) => s.text.length < LONG && isAway(s.text) && !asksOfWork(s)

/** Any of them, or whoever writes says that it can wait. */
export const isCalmMail = (s: Letter): boolean =>
  some(s, noRush) || [isTalk, isOnlyAside, isOfHouse, isLightTalk, isPraise, isAbsence].some((is) => is(s))
