import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aHeartbeat, minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import { agentStatus, slotOf } from './cycle.ts'

const blind = [
  { source: 'jira' as const, since: minutesAfter(-10).toISOString(), reason: 'It did not answer.' },
]

test.each([
  ['never ran', undefined, { state: 'never' }],
  ['runs', aHeartbeat(), { state: 'active', nextCheckAt: minutesAfter(15).toISOString() }],
  ['is paused', aHeartbeat({ paused: true, pausedAt: nine }), { state: 'paused', since: nine }],
  [
    'can not read',
    aHeartbeat({ blind, paused: true }),
    { state: 'blind', since: blind[0]?.since, sources: ['jira'] },
  ],
  ['has stopped', aHeartbeat({ heartbeatAt: minutesAfter(-31).toISOString(), blind }), { state: 'stopped' }],
  [
    'is late by two checks only',
    aHeartbeat({ heartbeatAt: minutesAfter(-30).toISOString() }),
    { state: 'active' },
  ],
])('an agent that %s says so', (_, latest, status) => {
  expect(agentStatus(NINE, 15, latest)).toMatchObject(status)
})

test('a slot lies on the grid, at or before its moment, and its own slot is itself', () => {
  fc.assert(
    fc.property(
      fc.date({ noInvalidDate: true, min: new Date(0) }),
      fc.constantFrom(1, 5, 15, 60),
      (at, tick) => {
        const slot = slotOf(at, tick)
        const behind = at.getTime() - Date.parse(slot)
        expect(behind).toBeGreaterThanOrEqual(0)
        expect(behind).toBeLessThan(tick * 60_000)
        expect(slotOf(new Date(slot), tick)).toBe(slot)
      },
    ),
  )
})
