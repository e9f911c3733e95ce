import { expect, test } from 'vitest'
import { byDay } from './by-day.ts'

const event = (id: string, at: string) => ({ id, version: 1, projectId: 'SP', at })

test('events stand under their local day, newest first', () => {
  const days = byDay(
    [
      event('a', '2026-10-21T22:59:00.000Z'),
      event('c', '2026-10-22T09:00:00.000Z'),
      event('b', '2026-10-21T23:01:00.000Z'),
    ],
    '2026-10-22T10:00:00.000Z',
    'Europe/London',
  )
  expect(days.map(({ day, events }) => [day, events.map(({ id }) => id)])).toEqual([
    ['Thu 22 Oct', ['c', 'b']],
    ['Wed 21 Oct', ['a']],
  ])
})
