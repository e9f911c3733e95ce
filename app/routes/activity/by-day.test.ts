import { expect, test } from 'vitest'
import type { ScreenRow } from '#app/rows.ts'
import { byDay } from './by-day.ts'

const now = '2026-10-22T10:00:00.000Z'
const zone = 'Europe/London'
const event = (id: string, at: string): ScreenRow<'event'> => ({ id, version: 1, projectId: 'SP', at })

test('events stand under their local day, everything newest first', () => {
  const days = byDay(
    [
      event('early', '2026-10-22T06:00:00.000Z'),
      event('late', '2026-10-22T09:00:00.000Z'),
      event('after midnight', '2026-10-20T23:30:00.000Z'),
    ],
    [],
    now,
    zone,
  )
  expect(days.map(({ day, events }) => [day, events.map(({ id }) => id)])).toEqual([
    ['Thu 22 Oct', ['late', 'early']],
    ['Wed 21 Oct', ['after midnight']],
  ])
})

test('a day of nothing but idle checks is one line', () => {
  const idle = { day: '2026-10-21', checks: 96, failed: 0 }
  expect(byDay([event('one', '2026-10-22T06:00:00.000Z')], [idle], now, zone)).toMatchObject([
    { day: 'Thu 22 Oct', idle: undefined },
    { day: 'Wed 21 Oct', events: [], idle },
  ])
})
