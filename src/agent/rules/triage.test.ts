import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jiraKind } from '#src/domain/jira-kind.ts'
import type { Signal } from '#src/domain/signal.ts'
import { aFlag, aSignal, context } from '../../../tests/fixtures/builders.ts'
import { NINE } from '../../../tests/fixtures/desk.ts'
import { guess, triage } from './triage.ts'

const queued = { ...context, status: 'To Do', statusCategory: 'new' }
const flagged = { ...context, flagged: true }

describe('the rules’ first pass', () => {
  test.each<[string, Partial<Signal>, string, string]>([
    ['what we wrote', { kind: 'comment', ours: true }, 'ours@1', 'noise'],
    ['what was there before', { bootstrap: true }, 'connected@1', 'noise'],
    ['a new order on the board', { kind: 'rank' }, 'rank@1', 'noise'],
    ['a flag on what nobody has', aFlag(), 'flag-unowned@1', 'high'],
    ['a flag on what somebody has', aFlag({ unownedSince: null }), 'flag@1', 'medium'],
    ['a flag taken off', aFlag({ after: null }), 'flag-off@1', 'low'],
    [
      'nobody left on what is blocked',
      { kind: 'assignee', after: null, context: flagged },
      'left-while-blocked@1',
      'high',
    ],
    ['nobody left on what was begun', { kind: 'assignee', after: null }, 'left-while-started@1', 'medium'],
    ['nobody left in the queue', { kind: 'assignee', after: null, context: queued }, 'assignee@1', 'low'],
    ['somebody took it', { kind: 'assignee', after: 'Ana' }, 'assignee@1', 'low'],
    ['reopened', { kind: 'status', before: 'Done', after: 'To Do' }, 'reopened@1', 'medium'],
    ['resolution taken back', { kind: 'resolution', before: 'Done', after: null }, 'reopened@1', 'medium'],
    ['moved along', {}, 'status@1', 'low'],
    ['became urgent', { kind: 'priority', after: 'Highest' }, 'urgent@1', 'medium'],
    ['became calmer', { kind: 'priority', after: 'Low' }, 'priority@1', 'low'],
    ['born urgent', { kind: 'created', context: { ...context, priority: 'High' } }, 'urgent@1', 'medium'],
    ['born', { kind: 'created' }, 'created@1', 'low'],
    [
      'a later date',
      { kind: 'due_date', before: '2026-10-01', after: '2026-11-01' },
      'later-date@1',
      'medium',
    ],
    ['a date taken away', { kind: 'due_date', before: '2026-10-01', after: null }, 'later-date@1', 'medium'],
    ['an earlier date', { kind: 'due_date', before: '2026-10-09', after: '2026-10-01' }, 'due-date@1', 'low'],
    ['another sprint', { kind: 'sprint' }, 'sprint@1', 'medium'],
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
    ['comment', 'Who can take this?', 'medium'],
    ['comment', 'We are stuck', 'medium'],
    ['comment', 'Looks fine', 'low'],
  ] as const)('a %s "%s" is guessed %s', (kind, text, importance) => {
    expect(guess(aSignal({ kind, text }), NINE).importance).toBe(importance)
  })

  test('no text makes a guess fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['medium', 'low']).toContain(guess(aSignal({ kind: 'comment', text }), NINE).importance)
      }),
    )
  })
})
