import { describe, expect, test } from 'vitest'
import { anAct } from '../../tests/fixtures/builders.ts'
import { aProject, minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import type { Act } from './act.ts'
import { isDoneAlone, sampleDue, sampleOf, type SpotCheck } from './spot-check.ts'

const receipt = { id: '1', url: null, at: nine }
const done = (id: string, over: Partial<Act> = {}, outcome: 'approved' | 'lapsed' | 'auto' = 'lapsed') =>
  anAct({ status: 'done', outcome, receipt }, { id, ...over })
const before = minutesAfter(-60).toISOString()
const sample = (acts: Act[], round = 'r1') => sampleOf(acts, before, round).map(({ id }) => id)
const many = (count: number, over: Partial<Act> = {}) =>
  Array.from({ length: count }, (_, n) => done(`${over.kind ?? 'comment'} ${n}`, over))

describe('what was done alone', () => {
  test.each<[string, Act, boolean]>([
    ['at its time', done('A'), true],
    ['at once', done('A', {}, 'auto'), true],
    ['with the PM’s word', done('A', {}, 'approved'), false],
    ['by the PM’s choice', done('A', { escalationId: 'E1' }), false],
    ['as a notice to the PM', done('A', { kind: 'notification_internal' }), false],
    ['and did not succeed', anAct({ status: 'failed', outcome: 'lapsed', reason: 'x' }), false],
  ])('%s: %s', (_, act, alone) => {
    expect(isDoneAlone(act)).toBe(alone)
    expect(sample([act])).toEqual(alone ? [act.id] : [])
  })
})

describe('a sample', () => {
  test('is of five at most, each kind in its turn, the same each time and another the next', () => {
    const acts = [...many(20), ...many(2, { kind: 'email_stakeholder' })]
    const drawn = sample(acts)
    expect(drawn).toHaveLength(5)
    expect(drawn.slice(0, 2).map((id) => id.split(' ')[0])).toEqual(['email_stakeholder', 'comment'])
    expect(drawn.filter((id) => id.startsWith('email'))).toHaveLength(2)
    expect(sample(acts.toReversed())).toEqual(drawn)
    expect(new Set(['r2', 'r3', 'r4'].map((round) => sample(acts, round).join())).size).toBe(3)
  })

  test('leaves out what is older, what was looked at and what was taken back', () => {
    const mark = { verdict: 'right' as const, by: 'Morgan', at: nine }
    expect(
      sample([done('A', { updatedAt: before }), done('B', { mark }), done('C', { undoneBy: 'U' })]),
    ).toEqual([])
    expect(sample([done('A', { undoneBy: 'U' }), done('B')])).toEqual(['B'])
  })
})

describe('a sample is due', () => {
  const connected = aProject({ connectedAt: minutesAfter(-20 * 24 * 60).toISOString() })
  const drawn = (days: number) => ({ drawnAt: minutesAfter(-days * 24 * 60).toISOString() }) as SpotCheck
  const due = (...those: SpotCheck[]) => sampleDue(connected, those, NINE, 'Europe/London')

  test('a fortnight after the project was connected, and after the last one', () => {
    expect(due()).toBe(connected.connectedAt)
    expect(due(drawn(13))).toBeNull()
    expect(due(drawn(14), drawn(16))).toBe(drawn(14).drawnAt)
    expect(due(drawn(16), drawn(14))).toBe(drawn(14).drawnAt)
    expect(due(drawn(30))).toBe(connected.connectedAt)
  })
})
