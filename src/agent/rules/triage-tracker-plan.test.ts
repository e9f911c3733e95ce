import { expect, test } from 'vitest'
import type { JiraSignal } from '#src/domain/signal.ts'
import { aSignal, context } from '../../../tests/fixtures/builders.ts'
import { NINE } from '../../../tests/fixtures/desk.ts'
import { triage } from './triage.ts'

const running = {
  ...{
    id: '7',
    name: 'Round 7',
    goal: null,
    startAt: '2026-10-19T08:00:00.000Z',
    endAt: '2026-10-30T17:00:00.000Z',
  },
  joinedAt: '2026-10-22T07:00:00.000Z',
}
const inSprint = { ...context, sprints: [running] }
const later = { kind: 'due_date', before: '2026-10-30', after: '2027-01-08' } as const
const sized = { kind: 'estimate', before: null, after: '5' } as const
const dated = (dueDateMoves: number) => {
  return {
    ...context,
    dueDateMoves,
    versions: [{ name: 'Live', releaseDate: '2027-01-15', released: false }],
  }
}

test.each<[string, Partial<JiraSignal>, string, string]>([
  [
    'urgent work put off by weeks',
    { ...later, context: { ...context, priority: 'High' } },
    'put-off-far@1',
    'high',
  ],
  [
    'urgent work put off by days',
    { ...later, after: '2026-11-02', context: { ...context, priority: 'High' } },
    'later-date@1',
    'medium',
  ],
  ['a later date', { kind: 'due_date', before: '2026-10-01', after: '2026-10-09' }, 'later-date@1', 'medium'],
  [
    'a date a day later',
    { kind: 'due_date', before: '2026-10-01', after: '2026-10-02' },
    'barely-later@1',
    'low',
  ],
  [
    'a date weeks later, of work that nobody waits for',
    { ...later, context: { ...context, priority: 'Low' } },
    'barely-later@1',
    'low',
  ],
  [
    'a date after a day that its own description names',
    {
      kind: 'due_date',
      before: '2026-10-26',
      after: '2026-11-02',
      context: { ...context, about: 'Has to hang before people move in on 30 October.' },
    },
    'past-own-day@1',
    'high',
  ],
  ['a date taken away', { kind: 'due_date', before: '2026-10-01', after: null }, 'later-date@1', 'medium'],
  ['an earlier date', { kind: 'due_date', before: '2026-10-09', after: '2026-10-01' }, 'due-date@1', 'low'],
  ['another sprint, none of them running', { kind: 'sprint' }, 'sprint@1', 'low'],
  ['into a sprint that has begun', { kind: 'sprint', context: inSprint }, 'into-running-sprint@1', 'medium'],
  [
    'born into a sprint that has begun',
    { kind: 'created', context: inSprint },
    'created-into-sprint@1',
    'medium',
  ],
  [
    'put into a sprint that has begun minutes after it was born',
    { kind: 'created', occurredAt: '2026-10-22T06:56:00.000Z', context: inSprint },
    'created-into-sprint@1',
    'medium',
  ],
  ['put off once', { ...later, context: dated(1) }, 'later-date@1', 'medium'],
  ['put off again, for a milestone', { ...later, context: dated(2) }, 'put-off-again@1', 'high'],
  [
    'sized for the first time, for a milestone',
    { ...sized, context: dated(0) },
    'first-estimate@1',
    'medium',
  ],
  [
    'sized for the first time, urgent',
    { ...sized, context: { ...context, priority: 'High' } },
    'first-estimate@1',
    'medium',
  ],
  ['sized again', { ...sized, before: '3', context: dated(0) }, 'estimate@1', 'low'],
])('the plan changes: %s', (_, over, rule, importance) => {
  expect(triage(aSignal(over), NINE)).toMatchObject({ rule, importance, by: 'rules' })
})
