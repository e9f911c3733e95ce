import type { MailSignal } from '#src/domain/signal.ts'
import { isAbsence, isLightTalk, isOfHouse, isOnlyAside, isPraise, isTalk } from './calm-mail.ts'
import { bringsGood, isGood, isOffer } from './mail-good.ts'
import { asks, isDuty, noRush, promises, settles } from './mail-meaning.ts'
import { hasFigures, hasToBe, isEnclosure, isFinished } from './mail-moods.ts'
import { isLight } from './mail-light.ts'
import { bodyOf } from './mail-body.ts'
import { isRemedy } from './remedies.ts'
import { SMALL_WORDS } from './small-words.ts'
import { isOfThen } from './mail-story.ts'
import {
  hasDate,
  isCopied,
  isDatedRequest,
  isOfOpenThread,
  isQuestionOfWork,
  isRequest,
  isStakeholder,
  isToPm,
  some,
  type MailRule,
  type Setting,
} from './mail-setting.ts'
import { HEAVY, heavyMail } from './weighing.ts'

/** A mail this short holds one thought. */
const SHORT = 120
/** Below this, a word or two. */
const WORD = 50

/** It holds more than a word, and says of nothing that it is done, well, promised or over. */
const saysNoneOfItIsWell = (text: string): boolean =>
  text.length >= WORD &&
  ![isGood, isFinished, hasFigures, promises, settles, isEnclosure, isRemedy].some((is) => is(text))

/** A first word to the PM with a day, a figure or something done in it. */
const saysMore = (s: MailSignal, at: Setting) =>
  !s.context.isReply &&
  !settles(s.title) &&
  isToPm(s, at) &&
  bodyOf(s.text).some(
    (one) => !isLight(one) && (/\d/.test(one) || hasDate(one, s) || SMALL_WORDS.finishes.test(one)),
  )

/** A sponsor who names a day wants something by it. */
const isDatedWish = (s: MailSignal, { sender }: Setting) =>
  sender?.class === 'sponsor' && some(s, (one) => hasDate(one, s) && !isOfThen(one))

/** What can wait, and how much of it is worth knowing. */
export const QUIET: MailRule[] = [
  {
    name: 'thread-goes-on@1',
    importance: 'medium',
    when: (s, at) => at.sender !== undefined && s.text.length >= WORD && isOfOpenThread(s, at),
    reason: 'More is said of what needed the PM.',
  },
  {
    name: 'small-talk@1',
    importance: 'low',
    when: isTalk,
    reason: 'Life beside the work.',
  },
  {
    name: 'no-rush@1',
    importance: 'low',
    when: (s, at) => isStakeholder(at) && some(s, noRush),
    reason: 'Whoever writes it says that it can wait.',
  },
  {
    name: 'aside@1',
    importance: 'low',
    when: isOnlyAside,
    reason: 'It tells of what was, or of somebody else’s work.',
  },
  {
    name: 'house@1',
    importance: 'low',
    when: isOfHouse,
    reason: 'About the house, not about the work in it.',
  },
  {
    name: 'light@1',
    importance: 'low',
    when: isLightTalk,
    reason: 'Nothing follows from it for the work.',
  },
  {
    name: 'praise@1',
    importance: 'low',
    when: (s, at) => isStakeholder(at) && isPraise(s),
    reason: 'Thanks or praise, and nothing is asked.',
  },
  {
    name: 'away@1',
    importance: 'low',
    when: isAbsence,
    reason: 'Somebody says when they will not be there.',
  },
  {
    name: 'duty@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) =>
      isStakeholder(at) && some(s, (one) => isDuty(one) && (isRequest(one) || hasToBe(one))) && isToPm(s, at),
    reason: 'Somebody says it has to be.',
  },
  {
    name: 'dated-request@1',
    importance: 'medium',
    complexity: 'complex',
    when: (s, at) => isStakeholder(at) && isToPm(s, at) && isDatedRequest(s),
    reason: 'Something is asked for by a date.',
  },
  {
    ...HEAVY,
    when: (s, at) => at.sender !== undefined && isToPm(s, at) && heavyMail(s, at.sender) !== undefined,
  },
  {
    name: 'offered@1',
    importance: 'medium',
    when: (s, at) => isStakeholder(at) && isToPm(s, at) && isOffer(s.text),
    reason: 'An offer has come.',
  },
  {
    name: 'enclosed@1',
    importance: 'low',
    when: (s) => s.text.length < SHORT && isEnclosure(s.text) && !some(s, isQuestionOfWork),
    reason: 'It only brings a paper.',
  },
  {
    name: 'good-news@1',
    importance: 'medium',
    when: (s, at) =>
      isStakeholder(at) &&
      isToPm(s, at) &&
      s.text.length >= WORD &&
      bringsGood(s.text) &&
      !some(s, isQuestionOfWork),
    reason: 'Something is granted, done or as good as planned.',
  },
  {
    name: 'sponsor-day@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => isToPm(s, at) && saysNoneOfItIsWell(s.text) && isDatedWish(s, at),
    reason: 'The sponsor names a day, and says of nothing that it is well.',
  },
  {
    name: 'settled@1',
    importance: 'low',
    when: (s, at) => s.text.length < SHORT && settles(s.text) && !asks(s.text) && !saysMore(s, at),
    reason: 'It says that all is well.',
  },
  {
    name: 'copied-calm@1',
    importance: 'low',
    when: (s, at) => !isToPm(s, at) && isCopied(s, at) && at.joined?.ticket?.flagged !== true,
    reason: 'Copied in, and nothing about it is blocked.',
  },
]
