import type { JiraSignal } from '#src/domain/signal.ts'
import type { Rule } from './triage-rule.ts'
import {
  cameIntoRunningSprint,
  isDated,
  isLater,
  isPastMilestone,
  isPastOwnDay,
  isPutOffBarely,
  isPutOffFar,
  isUrgentWork,
} from './triage-signs.ts'

/** This much at once is seldom absorbed by a sprint of a small team. */
const MUCH_POINTS = 5

/** What a change of the plan says: of days, sprints and estimates. */
export const PLAN_RULES: Rule<JiraSignal>[] = [
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
    name: 'past-own-day@1',
    importance: 'high',
    complexity: 'complex',
    when: (s) => s.kind === 'due_date' && isPastOwnDay(s),
    reason: 'It is now due after a day that its own description names.',
  },
  {
    name: 'barely-later@1',
    importance: 'low',
    when: (s) => s.kind === 'due_date' && isLater(s) && isPutOffBarely(s),
    reason: 'A day or two later, or work that nobody waits for.',
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
]
