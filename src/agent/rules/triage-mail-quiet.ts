import { asks, isDuty, isSmallTalk, mayWait, noRush, promises, settles } from './mail-meaning.ts'
import { hasFigures, isAside, isAway, isFinished } from './mail-moods.ts'
import {
  hasDate,
  isCopied,
  isInternal,
  isLoud,
  isQuestionOfWork,
  isRequest,
  isStakeholder,
  isToPm,
  some,
  type MailRule,
} from './mail-setting.ts'

/** A mail this short holds one thought. */
const SHORT = 120
/** Below this, a word or two; above that, more than a word aside. */
const WORD = 50
const LONG = 240
const SPRINT = /\b(sprint|iteration|iteración|itération)\b/i
const PLAN = /\b(sprint|uat|release|go-?live|milestone|launch|cut-?over|plan)\b/i

/** What can wait, and how much of it is worth knowing. */
export const QUIET: MailRule[] = [
  {
    name: 'small-talk@1',
    importance: 'low',
    when: (s) =>
      s.text.length < LONG &&
      !hasFigures(s.text) &&
      (isSmallTalk(s.title) || some(s, isSmallTalk)) &&
      (isSmallTalk(s.title) || !some(s, isQuestionOfWork)),
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
    when: (s) => isAside(s.text) && !some(s, (one) => isQuestionOfWork(one) && !isAside(one)),
    reason: 'It tells of what was, or of somebody else’s work.',
  },
  {
    name: 'away@1',
    importance: 'low',
    when: (s) => s.text.length < LONG && isAway(s.text) && !some(s, isQuestionOfWork),
    reason: 'Somebody says when they will not be there.',
  },
  {
    name: 'duty@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => isStakeholder(at) && some(s, isDuty) && isToPm(s, at),
    reason: 'Somebody says it has to be.',
  },
  {
    name: 'dated-request@1',
    importance: 'medium',
    complexity: 'complex',
    when: (s, at) =>
      isStakeholder(at) && isToPm(s, at) && some(s, (one) => isRequest(one) && hasDate(one, s)),
    reason: 'Something is asked for by a date.',
  },
  {
    name: 'settled@1',
    importance: 'low',
    when: (s) => s.text.length < SHORT && settles(s.text) && !asks(s.text),
    reason: 'It says that all is well.',
  },
  {
    name: 'copied-calm@1',
    importance: 'low',
    when: (s, at) => !isToPm(s, at) && isCopied(s, at) && at.joined?.ticket?.flagged !== true,
    reason: 'Copied in, and nothing about it is blocked.',
  },
  {
    name: 'plan-talk@1',
    importance: 'medium',
    when: (s, { sender }) => sender?.class === 'team' && PLAN.test(s.title),
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
    name: 'told-promise@1',
    importance: 'low',
    when: (s, at) =>
      isStakeholder(at) && some(s, (one) => promises(one) && hasDate(one, s)) && !some(s, asks),
    reason: 'Somebody says when it will be there.',
  },
  {
    name: 'told-day@1',
    importance: 'medium',
    when: (s, at) => isInternal(at) && isToPm(s, at) && some(s, (one) => hasDate(one, s)),
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
    name: 'outside-calm@1',
    importance: 'low',
    when: (s, at) => isStakeholder(at) && at.joined?.ticket?.flagged !== true && !isLoud(s.text),
    reason: 'It asks for nothing and says of nothing that it fails.',
  },
  {
    name: 'team-reports@1',
    importance: 'medium',
    when: (s, at) =>
      at.sender?.class === 'team' && isToPm(s, at) && (s.text.length >= WORD || isFinished(s.text)),
    reason: 'The team says how things stand.',
  },
]
