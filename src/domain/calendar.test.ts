import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hours } from '../../tests/fixtures/desk.ts'
import {
  addWorkingMinutes,
  isAfterOpening,
  isWorkingTime,
  localDate,
  startOfLocalDay,
  workingDayMinutes,
  workingMinutesBetween,
} from './calendar.ts'
import type { WorkingHours } from './project.ts'

const at = (iso: string) => new Date(iso)

describe('working time in London, weekdays 08:00 to 17:30', () => {
  test.each([
    ['inside a day', '2026-10-22T09:00:00Z', 30, '2026-10-22T09:30:00.000Z'],
    ['before opening', '2026-10-22T05:00:00Z', 5, '2026-10-22T07:05:00.000Z'],
    ['over the night', '2026-10-22T16:20:00Z', 30, '2026-10-23T07:20:00.000Z'],
    ['over the weekend', '2026-10-16T16:20:00Z', 30, '2026-10-19T07:20:00.000Z'],
    ['from a Saturday', '2026-10-17T12:00:00Z', 5, '2026-10-19T07:05:00.000Z'],
    ['over the end of summer time', '2026-10-23T16:20:00Z', 30, '2026-10-26T08:20:00.000Z'],
    ['over its beginning', '2026-03-27T17:20:00Z', 30, '2026-03-30T07:20:00.000Z'],
    ['to the very end of a day', '2026-10-22T16:00:00Z', 30, '2026-10-22T16:30:00.000Z'],
    ['nothing, at night', '2026-10-22T22:00:00Z', 0, '2026-10-23T07:00:00.000Z'],
  ])('%s', (_, from, minutes, to) => {
    expect(addWorkingMinutes(at(from), minutes, hours).toISOString()).toBe(to)
  })

  test('no working day is said, not waited for', () => {
    expect(() => addWorkingMinutes(at('2026-10-22T09:00:00Z'), 5, { ...hours, days: [] })).toThrow(RangeError)
  })

  test('a weekend has none, and backwards there is none', () => {
    expect(workingMinutesBetween(at('2026-10-17T00:00:00Z'), at('2026-10-18T23:00:00Z'), hours)).toBe(0)
    expect(workingMinutesBetween(at('2026-10-22T12:00:00Z'), at('2026-10-22T09:00:00Z'), hours)).toBe(0)
    expect(workingDayMinutes(hours)).toBe(570)
  })

  test.each([
    ['just before it opens', '2026-10-22T06:59:59Z', false, false],
    ['when it opens', '2026-10-22T07:00:00Z', true, true],
    ['just before it closes', '2026-10-22T16:29:59Z', true, true],
    ['when it closes', '2026-10-22T16:30:00Z', false, true],
    ['on a Saturday', '2026-10-24T12:00:00Z', false, true],
  ])('%s', (_, moment, works, after) => {
    expect([isWorkingTime(at(moment), hours), isAfterOpening(at(moment), hours)]).toEqual([works, after])
  })

  test('a public holiday has none, also among the days in between', () => {
    const british = { ...hours, country: 'GB' }
    const [before, after] = [at('2026-12-24T09:00:00Z'), at('2026-12-29T09:00:00Z')]
    expect(isWorkingTime(at('2026-12-25T12:00:00Z'), british)).toBe(false)
    expect(workingMinutesBetween(before, after, british)).toBe(570)
    expect(workingMinutesBetween(before, after, hours)).toBe(3 * 570)
  })

  test('who works while the clocks change works an hour more or less, and who works by day does not', () => {
    const [before, after] = [at('2026-10-24T12:00:00Z'), at('2026-10-26T12:00:00Z')]
    const everyDay: WorkingHours = { ...hours, days: ['sat', 'sun', 'mon'], from: '04:00', to: '12:00' }
    expect(workingMinutesBetween(before, after, everyDay)).toBe(480 + 480)
    const nights = { ...everyDay, from: '00:00' }
    expect(workingMinutesBetween(before, after, nights)).toBe(720 + 60 + 720)
  })

  test('a local day begins at its own midnight', () => {
    expect(startOfLocalDay('2026-10-22', 'Europe/London')).toEqual(at('2026-10-21T23:00:00Z'))
    expect(startOfLocalDay('2026-12-22', 'America/New_York')).toEqual(at('2026-12-22T05:00:00Z'))
  })

  test('a holiday on a day off takes no working day away', () => {
    const [before, after] = [at('2027-04-23T09:00:00Z'), at('2027-05-05T09:00:00Z')]
    const weekend: WorkingHours = { ...hours, days: ['sat', 'sun'], country: 'GB' }
    expect(workingMinutesBetween(before, after, weekend)).toBe(4 * 570)
  })

  test('the date is the local one', () => {
    expect(localDate(at('2026-10-22T23:30:00Z'), 'Europe/London')).toBe('2026-10-23')
    expect(localDate(at('2026-10-22T23:30:00Z'), 'America/New_York')).toBe('2026-10-22')
  })
})

const days: WorkingHours['days'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const anywhere = fc.record<WorkingHours>({
  from: fc.constantFrom('00:00', '07:00', '08:00', '09:30'),
  to: fc.constantFrom('12:00', '17:30', '23:59'),
  days: fc.subarray(days, { minLength: 1 }),
  timeZone: fc.constantFrom(
    'Europe/London',
    'America/New_York',
    'Asia/Kathmandu',
    'Pacific/Auckland',
    'Australia/Lord_Howe',
  ),
})
const someDay = fc
  .date({ min: at('2024-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000))

describe('anywhere, at any time of the year', () => {
  test('what is added is what lies between', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 6_000 }), anywhere, (from, minutes, where) => {
        const to = addWorkingMinutes(from, minutes, where)
        expect(workingMinutesBetween(from, to, where)).toBeCloseTo(minutes, 6)
      }),
    )
  })

  test('two waits are one long one', () => {
    fc.assert(
      fc.property(someDay, fc.nat(2_000), fc.nat(2_000), anywhere, (from, one, two, where) => {
        const apart = addWorkingMinutes(addWorkingMinutes(from, one, where), two, where)
        const once = addWorkingMinutes(from, one + two, where)
        expect(workingMinutesBetween(once, apart, where) + workingMinutesBetween(apart, once, where)).toBe(0)
      }),
    )
  })
})
