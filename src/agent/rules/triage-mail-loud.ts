import type { Person } from '#src/domain/person.ts'
import type { MailSignal } from '#src/domain/signal.ts'
import { deadlineIn } from './outside-deadline-case.ts'
import {
  asks,
  chases,
  contrasts,
  isMissing,
  isQuestion,
  isSmallTalk,
  isStuck,
  orElse,
  saysNotSo,
  settles,
} from './mail-meaning.ts'
import { bringsGood } from './mail-good.ts'
import { isCalmMail } from './calm-mail.ts'
import { isBesideWork } from './mail-light.ts'
import { namesNearDays } from './past-plan.ts'
import { isRemedy } from './remedies.ts'
import { SMALL_WORDS } from './small-words.ts'
import { troubleOf } from './trouble.ts'
import {
  hasDate,
  isOfOpenThread,
  isOverByTicket,
  isStakeholder,
  isToPm,
  namesLaterDay,
  namesPastPlan,
  saysOurTicketIsDone,
  some,
  ultimatumIn,
  type MailRule,
} from './mail-setting.ts'

const isWell = (one: string) => bringsGood(one) && !isQuestion(one) && !SMALL_WORDS.denies.test(one)

/** It asks, says that it is not so, or what happens otherwise; and of nothing that it is well. */
const presses = (s: MailSignal) =>
  !some(s, (one) => settles(one) || isRemedy(one) || isWell(one)) &&
  some(s, (one) => isQuestion(one) || isMissing(one) || orElse(one) || chases(one) || saysNotSo(one))

/** A day for the next one is no slip. */
function tellsOfTrouble(s: MailSignal, sender: Person): boolean {
  const told = troubleOf(s.text, sender, s.title)
  if (told === undefined) return false
  return !(told.trouble === 'slips' && namesNearDays(told.sentence, s.occurredAt, 'UTC'))
}

/** What needs the PM: days that others set, questions, what is said not to be so, what has not come. */
export const LOUD: MailRule[] = [
  {
    name: 'outside-end@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) =>
      at.sender?.class === 'external' && deadlineIn(s.text, (one) => hasDate(one, s)) !== undefined,
    reason: 'Somebody outside ends something on a date.',
  },
  {
    name: 'outside-ultimatum@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => at.sender?.class === 'external' && ultimatumIn(s) !== undefined,
    reason: 'Somebody outside sets a date, and says what happens after it.',
  },
  {
    name: 'sponsor-asks@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) =>
      at.sender?.class === 'sponsor' &&
      isToPm(s, at) &&
      !isBesideWork(s.title) &&
      some(s, (one) => isQuestion(one) || (asks(one) && !isSmallTalk(one) && hasDate(one, s))),
    reason: 'The sponsor asks.',
  },
  {
    name: 'not-so@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => isOverByTicket(s, at) && some(s, saysNotSo),
    reason: 'The board says that it is done; this says that it is not.',
  },
  {
    name: 'chased@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) =>
      at.sender !== undefined &&
      at.sender.class !== 'team' &&
      isToPm(s, at) &&
      (chases(s.text) || isMissing(s.text)),
    reason: 'It is asked for again.',
  },
  {
    name: 'other-day@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => some(s, (one) => contrasts(one) && namesLaterDay(one, s, at)),
    reason: 'It sets another day against the one that is planned.',
  },
  {
    name: 'past-plan@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => isStakeholder(at) && isToPm(s, at) && !isCalmMail(s) && namesPastPlan(s, at),
    reason: 'Somebody outside the team names a later day than the plan has.',
  },
  {
    name: 'pressed@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => isStakeholder(at) && isOfOpenThread(s, at) && presses(s),
    reason: 'Somebody outside the team comes back to what needed the PM, and it is not settled.',
  },
  {
    name: 'not-there@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => at.sender !== undefined && isMissing(s.text) && (isStuck(s.text) || chases(s.text)),
    reason: 'What work waits for has not come.',
  },
  {
    name: 'claimed-done@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => at.sender?.class === 'external' && saysOurTicketIsDone(s, at),
    reason: 'Somebody outside says that an open ticket is done.',
  },
  {
    name: 'trouble@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => at.sender !== undefined && isToPm(s, at) && tellsOfTrouble(s, at.sender),
    reason: 'Somebody of the project says that something is wrong.',
  },
]
