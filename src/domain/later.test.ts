import { expect, test } from 'vitest'
import { laterTimes } from './later.ts'

const times = (now: string) =>
  laterTimes(new Date(now), 'Europe/London').map(({ choice, at }) => [choice, at.toISOString()])

test('on a Thursday morning all four times lie ahead', () => {
  expect(times('2026-10-22T10:00:00.000Z')).toEqual([
    ['hour', '2026-10-22T11:00:00.000Z'],
    ['afternoon', '2026-10-22T13:00:00.000Z'],
    ['tomorrow', '2026-10-23T07:30:00.000Z'],
    ['monday', '2026-10-26T08:30:00.000Z'],
  ])
})

test('the afternoon is not offered in it, and Monday once', () => {
  expect(times('2026-10-25T14:00:00.000Z').map(([choice]) => choice)).toEqual(['hour', 'tomorrow'])
})
