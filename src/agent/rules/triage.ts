import type { Importance, Verdict } from '#src/domain/verdict.ts'
import type { Signal } from '#src/domain/signal.ts'
import { isDoneWord, isStarted } from './workflow-words.ts'

type Rule = {
  name: string
  importance: Importance
  complexity?: 'complex'
  when: (signal: Signal) => boolean
  reason: string
}

const HIGH_PRIORITY = /^(highest|high|blocker|critical|p0|p1)$/i

/**
 * The rules' first pass, read from the top, first match wins: what is plainly noise, what is plainly worth a look.
 * What none of them matches is left open for a model, or for {@link guess} when none may be asked.
 */
const TABLE: Rule[] = [
  { name: 'ours@1', importance: 'noise', when: (s) => s.ours, reason: 'The workbench wrote it.' },
  {
    name: 'connected@1',
    importance: 'noise',
    when: (s) => s.bootstrap,
    reason: 'There when the project was connected.',
  },
  {
    name: 'rank@1',
    importance: 'noise',
    when: (s) => s.kind === 'rank',
    reason: 'Only the order on the board.',
  },
  {
    name: 'flag-unowned@1',
    importance: 'high',
    complexity: 'complex',
    when: (s) => s.kind === 'flag' && s.after !== null && s.unownedSince !== null,
    reason: 'Blocked, and nobody is on it.',
  },
  {
    name: 'flag@1',
    importance: 'medium',
    complexity: 'complex',
    when: (s) => s.kind === 'flag' && s.after !== null,
    reason: 'Blocked.',
  },
  { name: 'flag-off@1', importance: 'low', when: (s) => s.kind === 'flag', reason: 'No longer blocked.' },
  {
    name: 'left-while-blocked@1',
    importance: 'high',
    complexity: 'complex',
    when: (s) => s.kind === 'assignee' && s.after === null && s.context.flagged,
    reason: 'Blocked, and now nobody is on it.',
  },
  {
    name: 'left-while-started@1',
    importance: 'medium',
    when: (s) => s.kind === 'assignee' && s.after === null && isStarted(s.context),
    reason: 'Started work lost its owner.',
  },
  { name: 'assignee@1', importance: 'low', when: (s) => s.kind === 'assignee', reason: 'Somebody took it.' },
  {
    name: 'reopened@1',
    importance: 'medium',
    when: (s) =>
      (s.kind === 'resolution' && s.after === null) ||
      (s.kind === 'status' && isDoneWord(s.before) && !isDoneWord(s.after)),
    reason: 'Finished work was opened again.',
  },
  {
    name: 'status@1',
    importance: 'low',
    when: (s) => s.kind === 'status' || s.kind === 'resolution',
    reason: 'Moved along the board.',
  },
  {
    name: 'urgent@1',
    importance: 'medium',
    when: (s) => (s.kind === 'priority' || s.kind === 'created') && HIGH_PRIORITY.test(priorityOf(s)),
    reason: 'Of high priority.',
  },
  { name: 'priority@1', importance: 'low', when: (s) => s.kind === 'priority', reason: 'Priority changed.' },
  { name: 'created@1', importance: 'low', when: (s) => s.kind === 'created', reason: 'A new ticket.' },
  {
    name: 'later-date@1',
    importance: 'medium',
    when: (s) => s.kind === 'due_date' && s.before !== null && (s.after === null || s.after > s.before),
    reason: 'A date moved out.',
  },
  { name: 'due-date@1', importance: 'low', when: (s) => s.kind === 'due_date', reason: 'A date was set.' },
  { name: 'sprint@1', importance: 'medium', when: (s) => s.kind === 'sprint', reason: 'The sprint changed.' },
  { name: 'estimate@1', importance: 'low', when: (s) => s.kind === 'estimate', reason: 'Estimated.' },
  { name: 'link@1', importance: 'low', when: (s) => s.kind === 'link', reason: 'Linked.' },
  { name: 'description@1', importance: 'low', when: (s) => s.kind === 'description', reason: 'Reworded.' },
  {
    name: 'other@1',
    importance: 'noise',
    when: (s) => s.kind === 'other',
    reason: 'A field nobody plans by.',
  },
]

/** The first pass. Undefined: the rules leave it open. */
export function triage(signal: Signal, at: Date): Verdict | undefined {
  const rule = TABLE.find((each) => each.when(signal))
  return rule && verdictOf(signal, rule, at)
}

const ASKS = /\?|\b(please|can (you|we|somebody)|who|when|need(s|ed)?|waiting|blocked|stuck)\b/i

/** The rules' best guess for what they left open, when no model may be asked. */
export function guess(signal: Signal, at: Date): Verdict {
  if (signal.kind === 'mention')
    return verdictOf(signal, { name: 'mention-guess@1', importance: 'high', reason: 'The PM is named.' }, at)
  const asks = ASKS.test(signal.text)
  const rule = asks
    ? { name: 'asks-guess@1', importance: 'medium' as const, reason: 'It reads like a request or a block.' }
    : { name: 'talk-guess@1', importance: 'low' as const, reason: 'Talk on the ticket.' }
  return verdictOf(signal, rule, at)
}

function verdictOf(signal: Signal, rule: Omit<Rule, 'when'>, at: Date): Verdict {
  return {
    signalId: signal.id,
    importance: rule.importance,
    complexity: rule.complexity ?? 'routine',
    by: 'rules',
    rule: rule.name,
    reason: rule.reason,
    at: at.toISOString(),
  }
}

function priorityOf(signal: Signal): string {
  return (signal.kind === 'priority' ? signal.after : signal.context.priority) ?? ''
}
