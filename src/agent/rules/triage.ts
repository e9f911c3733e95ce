import type { JiraSignal, Signal } from '#src/domain/signal.ts'
import type { Verdict } from '#src/domain/verdict.ts'
import type { Setting } from './mail-setting.ts'
import { guessOfMail, MAIL_TABLE } from './triage-mail.ts'
import { verdictOf } from './triage-rule.ts'
import { TRACKER_TABLE } from './triage-tracker.ts'
import { HIGH_PRIORITY } from './triage-signs.ts'
import { troubleOnTicket } from './trouble.ts'
import { heavyComment } from './weighing.ts'
import { isBot } from './workflow-words.ts'

/** The first pass. Undefined: the rules leave it open. */
export function triage(signal: Signal, at: Date, setting: Setting = NOWHERE): Verdict | undefined {
  if (signal.source === 'outlook') {
    const rule = MAIL_TABLE.find((each) => each.when(signal, setting))
    return rule && !rule.isOpen ? verdictOf(signal, rule, at) : undefined
  }
  const rule = TRACKER_TABLE.find((each) => each.when(signal))
  return rule && verdictOf(signal, rule, at)
}

const NOWHERE: Setting = { sender: undefined, joined: undefined, pmEmail: '', projectId: null }

const TROUBLE = {
  name: 'trouble-guess@1',
  importance: 'high',
  complexity: 'complex',
  reason: 'It says that something is wrong.',
} as const
/**
 * On what is flagged it says no more than the flag does, unless it is urgent: then it says why. On what is done, what went
 * wrong on the way is told; only plain words say that it still does.
 */
const tellsOfTrouble = ({ text, context }: JiraSignal): boolean => {
  const isHeavy = () => heavyComment(text, context.priority) !== undefined
  if (context.flagged) return HIGH_PRIORITY.test(context.priority ?? '') && isHeavy()
  if (troubleOnTicket(text) !== undefined) return true
  return context.statusCategory !== 'done' && isHeavy()
}

const ASKS = /\?|\b(please|can (you|we|somebody)|who|when|need(s|ed)?|waiting|blocked|stuck)\b/i
/** The rules' best guess for what they left open, when no model may be asked. */
export function guess(signal: Signal, at: Date): Verdict {
  if (signal.source === 'outlook') return guessOfMail(signal, at)
  if (signal.kind === 'mention')
    return verdictOf(signal, { name: 'mention-guess@1', importance: 'high', reason: 'The PM is named.' }, at)
  if (isBot(signal.actor?.name ?? ''))
    return verdictOf(signal, { name: 'bot-guess@1', importance: 'noise', reason: 'A machine says it.' }, at)
  if (signal.text.trim().length < 12)
    return verdictOf(signal, { name: 'word-guess@1', importance: 'noise', reason: 'A word or two.' }, at)
  if (tellsOfTrouble(signal)) return verdictOf(signal, TROUBLE, at)
  const asks = ASKS.test(signal.text) && signal.context.flagged
  const rule = asks
    ? { name: 'asks-guess@1', importance: 'medium' as const, reason: 'It asks, on a ticket that is blocked.' }
    : { name: 'talk-guess@1', importance: 'low' as const, reason: 'Talk on the ticket.' }
  return verdictOf(signal, rule, at)
}
