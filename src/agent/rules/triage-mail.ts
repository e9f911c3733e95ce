import type { MailSignal } from '#src/domain/signal.ts'
import type { Verdict } from '#src/domain/verdict.ts'
import { isCalmMail } from './calm-mail.ts'
import { asks, promises } from './mail-meaning.ts'
import { isAdvert, isStory } from './mail-story.ts'
import { isSent, type MailRule } from './mail-setting.ts'
import { LOUD } from './triage-mail-loud.ts'
import { QUIET } from './triage-mail-quiet.ts'
import { TOLD } from './triage-mail-told.ts'
import { verdictOf } from './triage-rule.ts'
import { HEAVY, heavyMail } from './weighing.ts'

/** A shorter answer of the PM's is a word back. */
const LONG = 240

/** What is plain from where a mail comes from. */
const PLAIN: MailRule[] = [
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
    name: 'advert@1',
    importance: 'noise',
    when: (s, { sender }) => (sender?.class ?? 'external') === 'external' && !isSent(s) && isAdvert(s.text),
    reason: 'Written for whoever reads it.',
  },
  {
    name: 'unassigned@1',
    importance: 'noise',
    when: (_, { projectId }) => projectId === null,
    reason: 'It belongs to no project.',
  },
  {
    name: 'unanswered@1',
    importance: 'medium',
    when: (s) => s.kind === 'mail_unanswered',
    reason: 'It asks, and nobody has answered.',
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
    when: (s) => isSent(s) && s.context.isReply && s.text.length >= LONG,
    reason: 'The PM answered at length.',
  },
  {
    name: 'story@1',
    importance: 'low',
    when: (s, { sender }) => !isSent(s) && sender?.class !== 'team' && isStory(s.text),
    reason: 'A story: nothing of it is of today.',
  },
  { name: 'sent-other@1', importance: 'low', when: isSent, reason: 'The PM wrote it.' },
]

/** The first pass over mail, read from the top, first match wins. What none matches is left open. */
export const MAIL_TABLE: MailRule[] = [...PLAIN, ...LOUD, ...QUIET, ...TOLD]

/** Who wrote it is not known here; it is heard as from anybody outside the team. */
const OTHERS = { class: 'stakeholder' } as const

/** What no rule is sure of: who writes to whom about what decides. */
export function guessOfMail(signal: MailSignal, at: Date): Verdict {
  const { to, cc } = signal.context
  const few = to.length + cc.length <= 4
  if (few && !isCalmMail(signal) && heavyMail(signal, OTHERS)) return verdictOf(signal, HEAVY, at)
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
