import { describe, expect, test } from 'vitest'
import { anAct } from '../../tests/fixtures/builders.ts'
import { aProject, minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import type { Act } from './act.ts'
import { earnedBy, missingFor } from './earned.ts'

const receipt = { id: '1', url: null, at: nine }
const done = (outcome: 'approved' | 'edited' | 'lapsed', over: Partial<Act> = {}) =>
  anAct({ status: 'done', outcome, receipt }, over)
const edit = (share: number) => ({ share, by: 'Morgan', at: nine, before: { subject: null, text: 'x' } })
const project = aProject({ connectedAt: nine })
const approvals = (...acts: Act[]) => earnedBy(project, [], acts).approved

describe('a communication is earned', () => {
  test.each<[string, Act, number]>([
    ['when the PM approved it', done('approved'), 1],
    ['when they corrected a few words', done('edited', { edit: edit(0.2) }), 1],
    ['not when they wrote it anew', done('edited', { edit: edit(0.6) }), 0],
    ['not by its time, with a few words corrected before', done('lapsed', { edit: edit(0.2) }), 0],
    ['not when nobody knows how much was changed', done('edited'), 0],
    ['not by its time alone', done('lapsed'), 0],
    ['not while it is still to go', anAct(), 0],
    ['not when it failed', anAct({ status: 'failed', outcome: 'approved', reason: 'x' }), 0],
    ['not when it is no communication', done('approved', { kind: 'jira_status_change' }), 0],
    [
      'not before the project was connected',
      done('approved', { updatedAt: minutesAfter(-1).toISOString() }),
      0,
    ],
  ])('%s', (_, act, times) => {
    expect(approvals(act)).toBe(times)
  })

  test('anew from when the dial was lowered by rule', () => {
    const demoted = { at: minutesAfter(60).toISOString(), because: '2 marked wrong' }
    const lowered = { ...project, dialTurn: { ...project.dialTurn, demoted } }
    const acts = [done('approved'), done('approved', { updatedAt: demoted.at })]
    expect(earnedBy(lowered, [], acts).approved).toBe(1)
  })
})

test('clean days need not be in a row', () => {
  const days = [0, 1, 0].map((stains, index) => ({
    ...{ day: `2026-10-2${index}`, stains: stains ? [{ what: 'stopped' as const, times: 1 }] : [] },
  }))
  expect(earnedBy(project, days, [])).toEqual({ cleanDays: 2, approved: 0 })
})

test.each([
  ['monitoring', 0, 0, null],
  ['artefact', 6, 9, '6 of 7 clean days; 1 more.'],
  ['artefact', 7, 0, null],
  ['tactical', 13, 4, '13 of 14 clean days; 1 more. 4 of 5 approved communications; 1 more.'],
  ['tactical', 14, 4, '4 of 5 approved communications; 1 more.'],
  ['tactical', 14, 5, null],
] as const)('%s with %i clean days and %i approved lacks: %s', (level, cleanDays, approved, missing) => {
  expect(missingFor(level, { cleanDays, approved })).toBe(missing)
})
