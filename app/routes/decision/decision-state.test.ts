import { expect, test } from 'vitest'
import type { ScreenRow } from '#app/rows.ts'
import { madeOf, sentence } from './decision-state.ts'

const act = (status: string, change: Partial<ScreenRow<'act'>> = {}): ScreenRow<'act'> => ({
  id: status,
  version: 1,
  projectId: 'SP',
  ref: 'SP-1',
  status,
  ...change,
})
const asked = { recordedOnly: false, paused: false, canUndo: false, acts: [act('planned')] }

test.each([
  ['at Observe it is only recorded', { recordedOnly: true, acts: [] }, { is: 'recorded' }],
  ['the ten seconds run', { canUndo: true }, { is: 'undoable' }],
  ['they are over', {}, { is: 'doing', done: 0, of: 1 }],
  [
    'one hand is at work',
    { canUndo: true, acts: [act('executing'), act('planned')] },
    { is: 'doing', done: 0, of: 2 },
  ],
  ['one of two is done', { acts: [act('done'), act('planned')] }, { is: 'doing', done: 1, of: 2 }],
  ['paused, it waits', { paused: true }, { is: 'waiting' }],
  [
    'held by manners',
    { acts: [act('held', { heldUntil: '2026-10-19T07:00:00.000Z' })] },
    { is: 'held', at: '2026-10-19T07:00:00.000Z' },
  ],
  ['all is done', { acts: [act('done'), act('done')] }, { is: 'done' }],
  ['there was nothing to do', { acts: [] }, { is: 'done' }],
  [
    'one was refused',
    { acts: [act('done'), act('failed', { kind: 'jira_comment', reason: 'ticket is closed' })] },
    { is: 'part', done: 1, of: 2, reason: 'The comment on SP-1 was refused: ticket is closed.' },
  ],
  [
    'one was stopped by the facts',
    {
      acts: [
        act('done'),
        act('cancelled', { kind: 'email_stakeholder', summary: 'Mail to Hannah', reason: 'she has written' }),
      ],
    },
    { is: 'part', done: 1, of: 2, reason: 'The mail to Hannah was not sent: she has written.' },
  ],
  [
    'none was done',
    { acts: [act('failed', { reason: 'Jira refused.' })] },
    { is: 'failed', reason: 'Jira refused.' },
  ],
  [
    'it was stopped',
    { acts: [act('cancelled', { reason: 'ticket moved' })] },
    { is: 'stopped', reason: 'Ticket moved.' },
  ],
  [
    'nobody knows, which is said before what went well',
    { acts: [act('done'), act('unknown', { reason: 'no answer' })] },
    { is: 'unknown', reason: 'no answer', ref: 'SP-1', source: 'Jira' },
  ],
])('%s', (_, change, made) => {
  expect(madeOf({ ...asked, ...change })).toEqual(made)
})

test('a reason becomes a sentence', () => {
  expect(['ticket is closed', 'Done.', ' '].map(sentence)).toEqual(['Ticket is closed.', 'Done.', ''])
})
