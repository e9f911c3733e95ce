import type { Matter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import type { MailSignal } from '#src/domain/signal.ts'
import type { Verdict } from '#src/domain/verdict.ts'
import {
  asks,
  chases,
  ends,
  isDuty,
  isSmallTalk,
  mayWait,
  orElse,
  promises,
  saysNotSo,
  sentencesOf,
  settles,
} from './mail-meaning.ts'
import { datesIn } from './dates.ts'
import { keysIn } from './relation.ts'
import { verdictOf, type Rule } from './triage-rule.ts'

/** Where a mail stands: who sent it as the register knows them, and the matter it was joined to. */
export type Setting = {
  sender: Person | undefined
  joined: Matter | undefined
  pmEmail: string
  projectId: string | null
}

/** A mail this short holds one thought. */
const SHORT = 120
const PLAN = /\b(sprint|uat|release|go-?live|milestone|launch|cut-?over|plan)\b/i

type MailRule = Rule<MailSignal, [Setting]>

/** The first pass over mail, read from the top, first match wins. What none matches is left open. */
export const MAIL_TABLE: MailRule[] = [
  { name: 'set-aside@1', importance: 'noise', when: (s) => s.setAside !== null, reason: 'Set aside.' },
  { name: 'ours@1', importance: 'noise', when: (s) => s.ours, reason: 'The workbench wrote it.' },
  {
    name: 'connected@1',
    importance: 'noise',
    when: (s) => s.bootstrap,
    reason: 'There when the project was connected.',
  },
  { name: 'bulk@1', importance: 'noise', when: (s) => s.kind === 'mail_bulk', reason: 'Sent to many.' },
  {
    name: 'automatic@1',
    importance: 'noise',
    when: (s) => s.kind === 'mail_automatic',
    reason: 'A machine answers.',
  },
  {
    name: 'unassigned@1',
    importance: 'noise',
    when: (_, { projectId }) => projectId === null,
    reason: 'It belongs to no project.',
  },
  { name: 'invitation@1', importance: 'low', when: (s) => s.kind === 'invitation', reason: 'An invitation.' },
  {
    name: 'sent-promise@1',
    importance: 'low',
    complexity: 'complex',
    when: (s) => isSent(s) && promises(s.text),
    reason: 'The PM promised something.',
  },
  {
    name: 'sent@1',
    importance: 'medium',
    when: (s) => isSent(s) && s.context.isReply,
    reason: 'The PM answered.',
  },
  { name: 'sent-other@1', importance: 'low', when: isSent, reason: 'The PM wrote it.' },
  {
    name: 'outside-end@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => at.sender?.class === 'external' && some(s, (one) => ends(one) && hasDate(one, s)),
    reason: 'Somebody outside ends something on a date.',
  },
  {
    name: 'outside-ultimatum@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => at.sender?.class === 'external' && some(s, (one) => orElse(one) && hasDate(one, s)),
    reason: 'Somebody outside sets a date, and says what happens after it.',
  },
  {
    name: 'sponsor-asks@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => at.sender?.class === 'sponsor' && isToPm(s, at) && some(s, isQuestion),
    reason: 'The sponsor asks.',
  },
  {
    name: 'not-so@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => !isSent(s) && isOverByTicket(s, at) && some(s, saysNotSo),
    reason: 'The board says that it is done; this says that it is not.',
  },
  {
    name: 'chased@1',
    importance: 'high',
    complexity: 'complex',
    when: (s, at) => at.sender !== undefined && at.sender.class !== 'team' && isToPm(s, at) && chases(s.text),
    reason: 'It is asked for again.',
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
      isStakeholder(at) && isToPm(s, at) && some(s, (one) => isQuestion(one) && hasDate(one, s)),
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
]

/** What no rule is sure of: who writes to whom about what decides. */
export function guessOfMail(signal: MailSignal, at: Date): Verdict {
  const { to, cc } = signal.context
  const few = to.length + cc.length <= 4
  const tied = signal.matterId !== null && !signal.matterId.startsWith('thread-')
  if (tied && few)
    return verdictOf(
      signal,
      { name: 'tied-guess@1', importance: 'medium', reason: 'It speaks of a ticket.' },
      at,
    )
  const rule =
    few && asks(signal.text)
      ? { name: 'asks-mail-guess@1', importance: 'low' as const, reason: 'It asks for something.' }
      : { name: 'mail-guess@1', importance: 'low' as const, reason: 'A mail of the project.' }
  return verdictOf(signal, rule, at)
}

function isSent({ context }: MailSignal): boolean {
  return context.folder === 'sentitems'
}

const isQuestion = (sentence: string) => asks(sentence) && !isSmallTalk(sentence)

/** It names the ticket it was joined to, and that ticket is done. */
function isOverByTicket({ title, text }: MailSignal, { joined, sender }: Setting): boolean {
  if (sender === undefined || joined?.ticket?.statusCategory !== 'done') return false
  return keysIn(`${title}\n${text}`).includes(joined.id)
}

function isStakeholder({ sender }: Setting): boolean {
  return sender !== undefined && sender.class !== 'team'
}

/** Addressed to the PM, not merely copied. */
function isToPm({ context }: MailSignal, { pmEmail }: Setting): boolean {
  return context.to.some(({ email }) => email === pmEmail.toLowerCase())
}

function isCopied({ context }: MailSignal, { pmEmail }: Setting): boolean {
  return context.cc.some(({ email }) => email === pmEmail.toLowerCase())
}

function some({ text }: MailSignal, is: (sentence: string) => boolean): boolean {
  return sentencesOf(text).some(is)
}

function hasDate(sentence: string, { occurredAt }: MailSignal): boolean {
  return datesIn(sentence, occurredAt, 'UTC').length > 0
}
