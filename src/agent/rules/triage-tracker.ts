import { isGone } from '#src/domain/gone.ts'
import type { JiraSignal } from '#src/domain/signal.ts'
import {
  priorityOf,
  isLater,
  isPastMilestone,
  isDated,
  cameIntoRunningSprint,
  isHalted,
  isPressing,
  isPutOffFar,
  isReopened,
  isUrgentFault,
  isUrgentWork,
  HIGH_PRIORITY,
} from './triage-signs.ts'
import type { Rule } from './triage-rule.ts'
import { isBlockedStatus, isStarted } from './workflow-words.ts'

/** This much at once is seldom absorbed by a sprint of a small team. */
const MUCH_POINTS = 5

/**
 * The rules' first pass over a tracker's signals, read from the top, first match wins: what is plainly noise, what is plainly worth a look.
 * What none of them matches is left open for a model, or for a guess when none may be asked.
 */
export const TRACKER_TABLE: Rule<JiraSignal>[] = [
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
    name: 'flag-pressing@1',
    importance: 'high',
    complexity: 'complex',
    when: (s) => s.kind === 'flag' && s.after !== null && isPressing(s),
    reason: 'Blocked, and due soon or for a milestone.',
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
    name: 'reopened-planned@1',
    importance: 'high',
    complexity: 'complex',
    when: (s) => isReopened(s) && s.context.versions.some(isDated),
    reason: 'Finished work for a milestone was opened again.',
  },
  {
    name: 'reopened@1',
    importance: 'medium',
    when: isReopened,
    reason: 'Finished work was opened again.',
  },
  {
    name: 'halted-pressing@1',
    importance: 'high',
    complexity: 'complex',
    when: (s) => isHalted(s) && isPressing(s),
    reason: 'It stands still, and is due soon or for a milestone.',
  },
  { name: 'halted@1', importance: 'medium', when: isHalted, reason: 'It stands still.' },
  {
    name: 'status@1',
    importance: 'low',
    when: (s) => s.kind === 'status' || s.kind === 'resolution',
    reason: 'Moved along the board.',
  },
  {
    name: 'urgent-fault@1',
    importance: 'high',
    complexity: 'complex',
    when: (s) => (s.kind === 'priority' || s.kind === 'created') && isUrgentFault(s),
    reason: 'Something works wrongly, and nothing comes before it.',
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
    name: 'put-off-far@1',
    importance: 'high',
    complexity: 'complex',
    when: (s) => s.kind === 'due_date' && isPutOffFar(s),
    reason: 'Urgent work was put off by a week or more.',
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
