import type { MailSignal } from '#src/domain/signal.ts'
import { bodyOf, isMostly } from './mail-body.ts'
import { bringsGood, isGood } from './mail-good.ts'
import { isLight } from './mail-light.ts'
import { asks, isAnswer, mayWait, promises, settles } from './mail-meaning.ts'
import { changesNothing, hasFigures, isFinished } from './mail-moods.ts'
import {
  hasDate,
  isInternal,
  isLoud,
  isQuestionOfWork,
  isStakeholder,
  isToPm,
  some,
  type MailRule,
  type Setting,
} from './mail-setting.ts'
import { SMALL_WORDS } from './small-words.ts'
import { isOfPlan, SPRINT } from './workflow-words.ts'

/** Below this, a word or two; below the second, one thought; above the third, more than a word back. */
const WORD = 50
const SHORT = 120
const LONG = 240

/** It says that something is done or further on, in more than a word. */
const tellsProgress = (s: MailSignal, { sender }: Setting) =>
  isFinished(s.text) ||
  hasFigures(s.text) ||
  (sender?.class !== 'sponsor' &&
    s.text.length >= WORD &&
    bodyOf(s.text).some((one) => SMALL_WORDS.finishes.test(one)))

/** It says in more than a line that something is done, well, or the same as before, or names its day. */
const tellsOfWork = (s: MailSignal) =>
  s.text.length >= SHORT &&
  bodyOf(s.text).length > 1 &&
  !isMostly(s.text, isLight) &&
  ([isGood, isFinished, hasFigures, changesNothing].some((is) => is(s.text)) ||
    some(s, (one) => hasDate(one, s)))

/** An answer in a line or two. */
const isWordBack = (s: MailSignal) =>
  isAnswer(s.title) &&
  s.text.length < LONG &&
  !isOfPlan(`${s.title} ${s.text}`) &&
  ![bringsGood, isFinished, hasFigures].some((is) => is(s.text)) &&
  !some(s, (one) => isQuestionOfWork(one) || hasDate(one, s))

/** How the work goes, as its people tell it: worth knowing where it says something, routine where not. */
export const TOLD: MailRule[] = [
  {
    name: 'plan-talk@1',
    importance: 'medium',
    when: (s, { sender }) => sender?.class === 'team' && isOfPlan(s.title),
    reason: 'The team speaks of the plan.',
  },
  {
    name: 'can-wait@1',
    importance: 'medium',
    when: (s, at) => isStakeholder(at) && some(s, mayWait),
    reason: 'It says what can wait.',
  },
  {
    name: 'scope-told@1',
    importance: 'medium',
    when: (s, at) => isStakeholder(at) && SPRINT.test(s.text),
    reason: 'Somebody outside the team speaks of the sprint.',
  },
  {
    name: 'asked@1',
    importance: 'medium',
    when: (s, at) =>
      at.sender !== undefined &&
      !s.context.isReply &&
      isToPm(s, at) &&
      s.text.length >= WORD &&
      some(s, isQuestionOfWork),
    reason: 'Somebody asks the PM about the work.',
  },
  {
    name: 'told-promise@1',
    importance: 'low',
    when: (s, at) =>
      isStakeholder(at) && some(s, (one) => promises(one) && hasDate(one, s)) && !some(s, asks),
    reason: 'Somebody says when it will be there.',
  },
  {
    name: 'told-day@1',
    importance: 'medium',
    when: (s, at) => isInternal(at) && isToPm(s, at) && some(s, (one) => hasDate(one, s) && !settles(one)),
    reason: 'A stakeholder names a day.',
  },
  {
    name: 'stakeholder-reports@1',
    importance: 'medium',
    when: (s, at) =>
      isInternal(at) &&
      isToPm(s, at) &&
      (hasFigures(s.text) ||
        (at.joined?.ticket !== undefined && at.joined.ticket !== null && isFinished(s.text))),
    reason: 'A stakeholder says how far the work is.',
  },
  {
    name: 'progress-told@1',
    importance: 'medium',
    when: (s, at) => isStakeholder(at) && isToPm(s, at) && tellsProgress(s, at),
    reason: 'Somebody outside the team says what is done.',
  },
  {
    name: 'told-work@1',
    importance: 'medium',
    when: (s, at) => isStakeholder(at) && isToPm(s, at) && tellsOfWork(s),
    reason: 'It tells at some length how the work goes.',
  },
  {
    name: 'outside-calm@1',
    importance: 'low',
    when: (s, at) => isStakeholder(at) && at.joined?.ticket?.flagged !== true && !isLoud(s.text),
    reason: 'It asks for nothing and says of nothing that it fails.',
  },
  {
    name: 'reply-talk@1',
    importance: 'low',
    when: (s, at) => at.sender?.class === 'team' && isWordBack(s),
    reason: 'A word back, with nothing in it about how far the work is.',
  },
  {
    name: 'team-reports@1',
    importance: 'medium',
    when: (s, at) =>
      at.sender?.class === 'team' &&
      isToPm(s, at) &&
      (s.text.length >= WORD || isFinished(s.text) || hasFigures(s.text)),
    reason: 'The team says how things stand.',
  },
]
