import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jiraKind } from '#src/domain/jira-kind.ts'
import type { JiraSignal } from '#src/domain/signal.ts'
import { aFlag, aSignal, context } from '../../../tests/fixtures/builders.ts'
import { NINE } from '../../../tests/fixtures/desk.ts'
import { guess, triage } from './triage.ts'

const queued = { ...context, status: 'To Do', statusCategory: 'new' }
const flagged = { ...context, flagged: true }
const soon = { ...context, dueDate: NINE.toISOString().slice(0, 10) }
const dated = (dueDateMoves: number) => {
  return {
    ...context,
    dueDateMoves,
    versions: [{ name: 'Live', releaseDate: '2027-01-15', released: false }],
  }
}
const near = { ...context, versions: [{ name: 'Live', releaseDate: '2026-10-30', released: false }] }

describe('the rules’ first pass', () => {
  test.each<[string, Partial<JiraSignal>, string, string]>([
    ['what we wrote', { kind: 'comment', ours: true }, 'ours@1', 'noise'],
    ['what was there before', { bootstrap: true }, 'connected@1', 'noise'],
    ['a new order on the board', { kind: 'rank' }, 'rank@1', 'noise'],
    ['a flag on what nobody has', aFlag(), 'flag-unowned@1', 'high'],
    ['a flag on what somebody has', aFlag({ unownedSince: null }), 'flag@1', 'medium'],
    [
      'a flag on what a milestone waits for',
      aFlag({ unownedSince: null, context: dated(0) }),
      'flag-pressing@1',
      'high',
    ],
    ['a flag taken off', aFlag({ after: null }), 'flag-off@1', 'low'],
    [
      'nobody left on what is blocked',
      { kind: 'assignee', after: null, context: flagged },
      'left-while-blocked@1',
      'high',
    ],
    ['nobody left on what was begun', { kind: 'assignee', after: null }, 'left-while-started@1', 'medium'],
    ['nobody left in the queue', { kind: 'assignee', after: null, context: queued }, 'assignee@1', 'low'],
    [
      'nobody left on what is due soon',
      { kind: 'assignee', after: null, context: soon },
      'left-late@1',
      'high',
    ],
    [
      'somebody else is on what is due soon by now',
      {
        kind: 'assignee',
        after: null,
        context: { ...soon, assignee: { accountId: 'a', name: 'Ana', email: null } },
      },
      'left-while-started@1',
      'medium',
    ],
    [
      'nobody left on what was begun for a near milestone',
      { kind: 'assignee', after: null, context: near },
      'left-late@1',
      'high',
    ],
    [
      'somebody took what nothing comes before',
      { kind: 'assignee', after: 'Ana', context: { ...context, issueType: 'Bug', priority: 'Highest' } },
      'urgent-fault-moves@1',
      'medium',
    ],
    ['somebody took it', { kind: 'assignee', after: 'Ana' }, 'assignee@1', 'low'],
    [
      'reopened, urgent',
      { kind: 'status', before: 'Done', after: 'To Do', context: { ...context, priority: 'High' } },
      'reopened-pressing@1',
      'high',
    ],
    ['reopened', { kind: 'status', before: 'Done', after: 'To Do' }, 'reopened@1', 'medium'],
    ['resolution taken back', { kind: 'resolution', before: 'Done', after: null }, 'reopened@1', 'medium'],
    [
      'reopened, for a milestone',
      { kind: 'status', before: 'Erledigt', after: 'In Arbeit', context: dated(0) },
      'reopened-pressing@1',
      'high',
    ],
    [
      'a fault that nothing comes before',
      { kind: 'created', context: { ...context, issueType: 'Bug', priority: 'Highest' } },
      'urgent-fault@1',
      'high',
    ],
    ['moved along', {}, 'status@1', 'low'],
    ['come to stand still', { after: 'On hold' }, 'halted@1', 'medium'],
    ['come to stand still, due soon', { after: 'On hold', context: soon }, 'halted-pressing@1', 'high'],
    ['a flag on what is due soon', aFlag({ unownedSince: null, context: soon }), 'flag-pressing@1', 'high'],
    ['became urgent', { kind: 'priority', after: 'Highest' }, 'urgent@1', 'medium'],
    ['became calmer', { kind: 'priority', after: 'Low' }, 'priority@1', 'low'],
    ['born urgent', { kind: 'created', context: { ...context, priority: 'High' } }, 'urgent@1', 'medium'],
    ['born', { kind: 'created' }, 'created@1', 'low'],
    ['a field nobody plans by', { kind: 'other' }, 'other@1', 'noise'],
  ])('%s', (_, over, rule, importance) => {
    expect(triage(aSignal(over), NINE)).toMatchObject({ rule, importance, by: 'rules' })
  })

  test('only talk is left open, for a model or for a guess', () => {
    const open = jiraKind.options.filter((kind) => !triage(aSignal({ kind }), NINE))
    expect(open).toEqual(['comment', 'mention'])
  })

  test.each([
    ['mention', 'Have a look', 'high'],
    ['comment', 'Looks fine to everybody', 'low'],
    ['comment', 'Who can take this?', 'low'],
    ['comment', 'Nobody has picked this up, and we go live on Friday.', 'high'],
    ['comment', 'Blocked yesterday, fixed now.', 'low'],
    ['comment', 'They say that it is not theirs and want nothing to do with it.', 'high'],
    ['comment', 'Looks fine', 'noise'],
  ] as const)('a %s "%s" is guessed %s', (kind, text, importance) => {
    expect(guess(aSignal({ kind, text }), NINE).importance).toBe(importance)
  })

  test.each([
    ['Who can take this?', 'Mei Tan', 'medium'],
    ['We are stuck on it', 'Mei Tan', 'medium'],
    ['2 BLOCKER issues, please see the log', 'Build bot', 'noise'],
  ])('on what is blocked "%s", said by %s, is guessed %s', (text, name, importance) => {
    const actor = { accountId: 'm', name, email: null }
    expect(guess(aSignal({ kind: 'comment', text, actor, context: flagged }), NINE).importance).toBe(
      importance,
    )
  })

  test('on what is done, what went wrong on the way is told', () => {
    const text = 'They have changed it without asking, it is not the same size, and nobody here noticed.'
    expect(guess(aSignal({ kind: 'comment', text }), NINE).importance).toBe('high')
    const done = { ...context, status: 'Done', statusCategory: 'done' }
    expect(guess(aSignal({ kind: 'comment', text, context: done }), NINE).importance).toBe('low')
  })

  test('why urgent work is blocked is more than that it is', () => {
    const text = 'They say that it is not theirs and want nothing to do with it.'
    const urgent = { ...flagged, priority: 'High' }
    expect(guess(aSignal({ kind: 'comment', text, context: urgent }), NINE).importance).toBe('high')
    expect(guess(aSignal({ kind: 'comment', text, context: flagged }), NINE).importance).not.toBe('high')
  })

  test('no text makes a guess fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['low', 'noise']).toContain(guess(aSignal({ kind: 'comment', text }), NINE).importance)
      }),
    )
  })
})
