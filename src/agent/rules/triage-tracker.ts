import { isGone } from '#src/domain/gone.ts'
import type { JiraSignal } from '#src/domain/signal.ts'
import {
  priorityOf,
  cameIntoRunningSprint,
  isHalted,
  isLeftLate,
  isPressing,
  isReopened,
  isUrgentFault,
  HIGH_PRIORITY,
} from './triage-signs.ts'
import { PLAN_RULES } from './triage-tracker-plan.ts'
import type { Rule } from './triage-rule.ts'
import { isBlockedStatus, isStarted } from './workflow-words.ts'

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
    name: 'left-late@1',
    importance: 'high',
    complexity: 'complex',
    when: (s) => s.kind === 'assignee' && s.after === null && isLeftLate(s),
    reason: 'Started work lost its owner, and there is little time.',
  },
  {
    name: 'left-while-started@1',
    importance: 'medium',
    when: (s) => s.kind === 'assignee' && s.after === null && isStarted(s.context),
    reason: 'Started work lost its owner.',
  },
  {
    name: 'urgent-fault-moves@1',
    importance: 'medium',
    when: (s) =>
      (s.kind === 'assignee' || s.kind === 'status') && !isReopened(s) && !isHalted(s) && isUrgentFault(s),
    reason: 'Something is done about what nothing comes before.',
  },
  { name: 'assignee@1', importance: 'low', when: (s) => s.kind === 'assignee', reason: 'Somebody took it.' },
  {
    name: 'gone@1',
    importance: 'medium',
    when: isGone,
    reason: 'The ticket is no longer there.',
  },
  {
    name: 'reopened-pressing@1',
    importance: 'high',
    complexity: 'complex',
    when: (s) => isReopened(s) && (isPressing(s) || HIGH_PRIORITY.test(priorityOf(s))),
    reason: 'Finished work was opened again that is urgent, due soon or for a milestone.',
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
  ...PLAN_RULES,
  { name: 'link@1', importance: 'low', when: (s) => s.kind === 'link', reason: 'Linked.' },
  { name: 'description@1', importance: 'low', when: (s) => s.kind === 'description', reason: 'Reworded.' },
  {
    name: 'other@1',
    importance: 'noise',
    when: (s) => s.kind === 'other',
    reason: 'A field nobody plans by.',
  },
]
