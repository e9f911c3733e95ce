import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hours, minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import { addWorkingMinutes } from './calendar.ts'
import { CannotHold, heldUntil, localMinute, longerTimes, waitsAtMost } from './hold-longer.ts'

const held = { heldUntil: minutesAfter(5).toISOString(), createdAt: nine }

test('half an hour and an hour from its time, and the mornings ahead', () => {
  expect(longerTimes(held, NINE, hours)).toEqual([
    { choice: 'half_hour', at: minutesAfter(35).toISOString() },
    { choice: 'hour', at: minutesAfter(65).toISOString() },
    { choice: 'tomorrow', at: '2026-10-23T07:30:00.000Z' },
    { choice: 'monday', at: '2026-10-26T08:30:00.000Z' },
  ])
})

test('on a Friday tomorrow is when work begins again', () => {
  const friday = new Date('2026-10-23T08:00:00.000Z')
  const times = longerTimes({ ...held, heldUntil: '2026-10-23T08:05:00.000Z' }, friday, hours)
  expect(times.slice(2)).toEqual([
    { choice: 'tomorrow', at: '2026-10-26T08:00:00.000Z' },
    { choice: 'monday', at: '2026-10-26T08:30:00.000Z' },
  ])
})

describe('a time of one’s own', () => {
  const until = (minute: string) => heldUntil(held, { minute }, NINE, hours)

  test('is by the PM’s clock, and outside working hours the next one inside', () => {
    expect(until('2026-10-22T14:15').toISOString()).toBe('2026-10-22T13:15:00.000Z')
    expect(until('2026-10-24T11:00').toISOString()).toBe('2026-10-26T08:00:00.000Z')
  })

  test.each([
    ['2026-10-21T14:15', /is over/],
    ['2026-10-22T09:00', /is over/],
    ['2026-10-22T09:04', /would not go before that anyway/],
    ['2026-10-22T09:05', /would not go before that anyway/],
    ['2026-11-20T09:00', /more than 5 working days old/],
  ])('%s is refused', (minute, says) => {
    expect(() => until(minute)).toThrow(CannotHold)
    expect(() => until(minute)).toThrow(says)
  })
})

test.each([
  ['2026-10-22T14:15', true],
  ['2026-10-22T09:05', true],
  ['2026-10-22T23:59', true],
  ['2026-10-22T24:00', false],
  ['2026-10-22T14:60', false],
  ['2026-10-22', false],
  ['on 2026-10-22T14:15', false],
  ['2026-10-22T14:15:30', false],
])('a field gives %s: a minute of the clock, %s', (given, is) => {
  expect(localMinute.safeParse(given).success).toBe(is)
})

describe('a choice', () => {
  const times = (over: Partial<typeof held>, now = NINE) => longerTimes({ ...held, ...over }, now, hours)

  test('that is the same moment as another is offered once', () => {
    const evening = new Date('2026-10-22T16:00:00.000Z')
    const offered = times({ heldUntil: '2026-10-22T16:00:00.000Z' }, evening).map(({ choice }) => choice)
    expect(offered).toEqual(['half_hour', 'hour', 'monday'])
  })

  test('stands where its moment is among the others', () => {
    const offered = times({ heldUntil: '2026-10-22T16:25:00.000Z' }).map(({ choice }) => choice)
    expect(offered).toEqual(['half_hour', 'tomorrow', 'hour', 'monday'])
  })

  test('that is not offered can still be made, where its moment is', () => {
    const evening = new Date('2026-10-22T16:00:00.000Z')
    const of = { ...held, heldUntil: '2026-10-22T16:00:00.000Z' }
    expect(heldUntil(of, { choice: 'tomorrow' }, evening, hours).toISOString()).toBe(
      '2026-10-23T07:30:00.000Z',
    )
  })

  test('counts from now where its time has come already', () => {
    expect(times({ heldUntil: minutesAfter(-5).toISOString() })[0]).toEqual({
      ...{ choice: 'half_hour', at: minutesAfter(30).toISOString() },
    })
  })

  test('may be the last moment of what it rests on, and no later one', () => {
    const last = '2026-10-29T09:00:00.000Z'
    expect(waitsAtMost(NINE, hours).toISOString()).toBe(last)
    expect(heldUntil(held, { minute: '2026-10-29T09:00' }, NINE, hours).toISOString()).toBe(last)
    expect(() => heldUntil(held, { minute: '2026-10-29T09:01' }, NINE, hours)).toThrow(
      /more than 5 working days/,
    )
    const late = { heldUntil: '2026-10-29T08:30:00.000Z', createdAt: nine }
    expect(longerTimes(late, NINE, hours)).toEqual([{ choice: 'half_hour', at: last }])
  })
})

test('no choice holds an act beyond what it rests on, before its time, or outside working hours', () => {
  const minutes = fc.integer({ min: 0, max: 20_000 })
  fc.assert(
    fc.property(minutes, minutes, (age, ahead) => {
      const createdAt = minutesAfter(-age).toISOString()
      const of = { createdAt, heldUntil: minutesAfter(ahead).toISOString() }
      for (const { choice, at } of longerTimes(of, NINE, hours)) {
        expect(at > of.heldUntil && at > nine).toBe(true)
        expect(at <= waitsAtMost(new Date(createdAt), hours).toISOString()).toBe(true)
        expect(addWorkingMinutes(new Date(at), 0, hours).toISOString()).toBe(at)
        expect(heldUntil(of, { choice }, NINE, hours).toISOString()).toBe(at)
      }
    }),
  )
})
