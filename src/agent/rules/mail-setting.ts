import { isOpenTicket, type Matter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import type { MailSignal } from '#src/domain/signal.ts'
import { datesIn } from './dates.ts'
import {
  asks,
  chases,
  isMissing,
  isSmallTalk,
  isStuck,
  limits,
  mayWait,
  moves,
  orElse,
  saysDone,
  saysNotSo,
  sentencesOf,
} from './mail-meaning.ts'
import { laterThanPlanned } from './past-plan.ts'
import { keysIn } from './relation.ts'
import type { Rule } from './triage-rule.ts'
import { wordsOf } from './words.ts'

/** Where a mail stands: who sent it as the register knows them, and the matter it was joined to. */
export type Setting = {
  sender: Person | undefined
  joined: Matter | undefined
  pmEmail: string
  projectId: string | null
}

export type MailRule = Rule<MailSignal, [Setting]>

export function isSent({ context }: MailSignal): boolean {
  return context.folder === 'sentitems'
}

export const isRequest = (sentence: string) => (asks(sentence) || limits(sentence)) && !isSmallTalk(sentence)
export const isQuestionOfWork = (sentence: string) => sentence.includes('?') && !isSmallTalk(sentence)

/** Something in it wants an answer or speaks of trouble. */
export const isLoud = (text: string) =>
  [asks, limits, saysNotSo, isMissing, isStuck, chases, moves, mayWait].some((is) => is(text))

/** It names a day that is planned for the ticket it was joined to, and a later one. */
export function namesLaterDay(
  sentence: string,
  { occurredAt }: MailSignal,
  { joined, sender }: Setting,
): boolean {
  if (sender === undefined || !joined?.ticket) return false
  const { dueDate, versions } = joined.ticket
  const planned = [dueDate, ...versions.map(({ releaseDate }) => releaseDate)]
  const days = datesIn(sentence, occurredAt, 'UTC').map(({ date }) => date)
  return days.some((day) => planned.includes(day) && days.some((other) => other > day))
}

/** An earlier mail of its thread needed the PM, who has not answered since. */
export function isOfOpenThread({ context, occurredAt }: MailSignal, { joined }: Setting): boolean {
  const earlier = (joined?.briefs ?? []).filter(
    ({ mail, at }) => mail?.conversationId === context.conversationId && at < occurredAt,
  )
  const needed = earlier.findLastIndex(({ importance }) => importance === 'high' || importance === 'critical')
  return needed >= 0 && !earlier.slice(needed).some(({ mail }) => mail?.folder === 'sentitems')
}

/** It speaks of a day after the one that the open ticket it was joined to is planned for. */
export function namesPastPlan({ text, occurredAt }: MailSignal, { joined }: Setting): boolean {
  return (
    joined !== undefined &&
    isOpenTicket(joined) &&
    laterThanPlanned({ text, at: occurredAt }, joined, 'UTC') !== undefined
  )
}

export function isInternal({ sender }: Setting): boolean {
  return sender?.class === 'stakeholder' || sender?.class === 'sponsor'
}

/** It names the ticket it was joined to, or shares two words of its title, and that ticket is done. */
export function isOverByTicket({ title, text }: MailSignal, { joined, sender }: Setting): boolean {
  if (sender === undefined || joined?.ticket?.statusCategory !== 'done') return false
  const keys = keysIn(`${title}\n${text}`)
  const own = wordsOf(joined.title)
  const shared = wordsOf(`${title} ${text}`).filter((word) => own.includes(word))
  return keys.length > 0 ? keys.includes(joined.id) : shared.length >= 2
}

/** It names the open ticket that it was joined to, and says that it is there or done. */
export function saysOurTicketIsDone({ title, text }: MailSignal, { joined }: Setting): boolean {
  if (!joined || joined.ticket === null || joined.ticket.statusCategory === 'done') return false
  if (!keysIn(`${title}\n${text}`).includes(joined.id)) return false
  return sentencesOf(text).some((one) => saysDone(one) && !one.includes('?'))
}

export function isStakeholder({ sender }: Setting): boolean {
  return sender !== undefined && sender.class !== 'team'
}

/** Addressed to the PM, not merely copied. */
export function isToPm({ context }: MailSignal, { pmEmail }: Setting): boolean {
  return context.to.some(({ email }) => email === pmEmail.toLowerCase())
}

export function isCopied({ context }: MailSignal, { pmEmail }: Setting): boolean {
  return context.cc.some(({ email }) => email === pmEmail.toLowerCase())
}

export function some({ text }: Pick<MailSignal, 'text'>, is: (sentence: string) => boolean): boolean {
  return sentencesOf(text).some(is)
}

export function hasDate(sentence: string, { occurredAt }: Pick<MailSignal, 'occurredAt'>): boolean {
  return datesIn(sentence, occurredAt, 'UTC').length > 0
}

/** What happens otherwise, said beside a day or with it. */
export function ultimatumIn(s: Pick<MailSignal, 'text' | 'occurredAt'>): string | undefined {
  const sentences = sentencesOf(s.text)
  const isDated = (at: number) => {
    const one = sentences[at]
    return one !== undefined && hasDate(one, s)
  }
  return sentences.find((one, at) => orElse(one) && [at - 1, at, at + 1].some(isDated))
}

/** Something is asked for by a day: whether it comes is seen when the day has passed. */
export function isDatedRequest(s: Pick<MailSignal, 'text' | 'occurredAt'>): boolean {
  return some(s, (one) => isRequest(one) && hasDate(one, s))
}
