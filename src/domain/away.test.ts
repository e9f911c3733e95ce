import { expect, test } from 'vitest'
import { aHeartbeat, minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import { isAway, isFrozen, type Away } from './away.ts'
import { agentStatus } from './cycle.ts'

const TEN = minutesAfter(60).toISOString()
const until = (end: string | null): Away => ({ since: nine, until: end, deputy: null })
const past = minutesAfter(90)

test.each([
  ['nobody is away', null, NINE, false, false],
  ['without an end', until(null), past, true, true],
  ['before its end', until(TEN), NINE, true, true],
  ['at its end, what fell due meanwhile stands still', until(TEN), new Date(TEN), false, true],
])('%s', (_, away, now, is, frozen) => {
  expect([isAway(away, now), isFrozen(away, minutesAfter(30).toISOString(), now)]).toEqual([is, frozen])
})

test('before the end nothing that is due goes on, whenever that is', () => {
  expect(isFrozen(until(TEN), minutesAfter(90).toISOString(), NINE)).toBe(true)
})

test('what falls due after the end goes on', () => {
  expect(isFrozen(until(TEN), TEN, new Date(TEN))).toBe(false)
  expect(isFrozen(until(TEN), TEN, past)).toBe(false)
})

test('the header says so, after what is worse and after Pause', () => {
  const status = (over: Parameters<typeof aHeartbeat>[0]) =>
    agentStatus(NINE, 15, aHeartbeat({ away: until(TEN), ...over }))
  expect(status({})).toEqual({ state: 'away', until: TEN })
  expect(status({ paused: true }).state).toBe('paused')
  expect(status({ blind: [{ source: 'jira', since: nine, reason: 'x' }] }).state).toBe('blind')
  expect(status({ away: until(nine) }).state).toBe('active')
})
