import { isGone } from '#src/domain/gone.ts'
import type { JiraSignal, Signal } from '#src/domain/signal.ts'
import type { Verdict } from '#src/domain/verdict.ts'
import type { Setting } from './mail-setting.ts'
import { guessOfMail, MAIL_TABLE } from './triage-mail.ts'
import {
  priorityOf,
  isLater,
  isPastMilestone,
  isDated,
  cameIntoRunningSprint,
  isUrgentWork,
  HIGH_PRIORITY,
} from './triage-signs.ts'
import { troubleOf } from './trouble.ts'
import { verdictOf, type Rule } from './triage-rule.ts'
import { isBlockedStatus, isDoneWord, isStarted } from './workflow-words.ts'

/** This much at once is seldom absorbed by a sprint of a small team. */
const MUCH_POINTS = 5

/**
 * The rules' first pass, read from the top, first match wins: what is plainly noise, what is plainly worth a look.
 * What none of them matches is left open for a model, or for {@link guess} when none may be asked.
 */
const TABLE: Rule<JiraSignal>[] = [
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
    when: (s) =>
      s.kind === 'assignee' && s.after === null && (s.context.flagged || isBlockedStatus(s.context)),
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
    name: 'gone@1',
    importance: 'medium',
    when: isGone,
    reason: 'The ticket is no longer there.',
  },
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
  {
    name: 'created-into-sprint@1',
    importance: 'medium',
    complexity: 'complex',
    when: (s) => s.kind === 'created' && cameIntoRunningSprint(s),
    reason: 'New work in a sprint that had begun.',
  },
  { name: 'created@1', importance: 'low', when: (s) => s.kind === 'created', reason: 'A new ticket.' },
  {
    name: 'past-milestone@1',
    importance: 'high',
    complexity: 'complex',
    when: (s) => s.kind === 'due_date' && isPastMilestone(s),
    reason: 'It is now due after the milestone that it belongs to.',
  },
  {
    name: 'put-off-again@1',
    importance: 'high',
    complexity: 'complex',
    when: (s) =>
      s.kind === 'due_date' && isLater(s) && s.context.dueDateMoves > 1 && s.context.versions.some(isDated),
    reason: 'Work for a milestone was put off again.',
  },
  {
    name: 'later-date@1',
    importance: 'medium',
    when: (s) => s.kind === 'due_date' && isLater(s),
    reason: 'A date moved out.',
  },
  { name: 'due-date@1', importance: 'low', when: (s) => s.kind === 'due_date', reason: 'A date was set.' },
  {
    name: 'much-into-running-sprint@1',
    importance: 'high',
    complexity: 'complex',
    when: (s) => s.kind === 'sprint' && cameIntoRunningSprint(s) && (s.context.points ?? 0) >= MUCH_POINTS,
    reason: 'Much work came into a sprint that had begun.',
  },
  {
    name: 'into-running-sprint@1',
    importance: 'medium',
    complexity: 'complex',
    when: (s) => s.kind === 'sprint' && cameIntoRunningSprint(s),
    reason: 'Work came into a sprint that had begun.',
  },
  { name: 'sprint@1', importance: 'low', when: (s) => s.kind === 'sprint', reason: 'The sprint changed.' },
  {
    name: 'first-estimate@1',
    importance: 'medium',
    when: (s) => s.kind === 'estimate' && s.before === null && isUrgentWork(s),
    reason: 'What it costs is known for the first time.',
  },
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
export function triage(signal: Signal, at: Date, setting: Setting = NOWHERE): Verdict | undefined {
  if (signal.source === 'outlook') {
    const rule = MAIL_TABLE.find((each) => each.when(signal, setting))
    return rule && verdictOf(signal, rule, at)
  }
  const rule = TABLE.find((each) => each.when(signal))
  return rule && verdictOf(signal, rule, at)
}

const NOWHERE: Setting = { sender: undefined, joined: undefined, pmEmail: '', projectId: null }

/** Whoever comments on a ticket is read as one who works on it. */
const TEAM = { class: 'team' } as const
const ASKS = /\?|\b(please|can (you|we|somebody)|who|when|need(s|ed)?|waiting|blocked|stuck)\b/i
/** A bot's remark is not a person's, whatever words are in it. */
const BOT =
  /\b(bot|automation|jenkins|github|gitlab|bitbucket|sonar\w*|build|pipeline|dependabot|renovate)\b/i

/** The rules' best guess for what they left open, when no model may be asked. */
export function guess(signal: Signal, at: Date): Verdict {
  if (signal.source === 'outlook') return guessOfMail(signal, at)
  if (signal.kind === 'mention')
    return verdictOf(signal, { name: 'mention-guess@1', importance: 'high', reason: 'The PM is named.' }, at)
  if (BOT.test(signal.actor?.name ?? ''))
    return verdictOf(signal, { name: 'bot-guess@1', importance: 'noise', reason: 'A machine says it.' }, at)
  if (signal.text.trim().length < 12)
    return verdictOf(signal, { name: 'word-guess@1', importance: 'noise', reason: 'A word or two.' }, at)
  if (troubleOf(signal.text, TEAM))
    return verdictOf(
      signal,
      {
        name: 'trouble-guess@1',
        importance: 'high',
        complexity: 'complex',
        reason: 'It says that something is wrong.',
      },
      at,
    )
  const asks = ASKS.test(signal.text) && signal.context.flagged
  const rule = asks
    ? { name: 'asks-guess@1', importance: 'medium' as const, reason: 'It asks, on a ticket that is blocked.' }
    : { name: 'talk-guess@1', importance: 'low' as const, reason: 'Talk on the ticket.' }
  return verdictOf(signal, rule, at)
}
