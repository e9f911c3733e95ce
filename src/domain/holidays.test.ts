import { describe, expect, test } from 'vitest'
import { addWorkingMinutes, isWorkingTime, workingMinutesBetween } from './calendar.ts'
import { dayAfter, dayNumberOf } from './day.ts'
import { holidaysBetween, isHoliday, KNOWN_COUNTRIES, zoneOfCountry } from './holidays.ts'
import { easter } from './holiday-rules.ts'
import { hours } from '../../tests/fixtures/desk.ts'

/** Years in which each country's rules show: what is taken on another day, what began, what comes every fifth year. */
const FALLS: [string, number, string][] = [
  ['GB', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['GB', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ['GB', 2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ['DE', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26'],
  ['FR', 2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
  ['ES', 2026, '01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25'],
  ['IT', 2025, '01-01 01-06 04-21 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26'],
  ['IT', 2027, '01-01 01-06 03-29 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26'],
  ['NL', 2025, '01-01 04-21 04-26 05-05 05-29 06-09 12-25 12-26'],
  ['NL', 2026, '01-01 04-06 04-27 05-14 05-25 12-25 12-26'],
  ['NO', 2026, '01-01 04-02 04-03 04-06 05-01 05-14 05-17 05-25 12-25 12-26'],
  ['SE', 2026, '01-01 01-06 04-03 04-06 05-01 05-14 06-06 06-19 10-31 12-24 12-25 12-26 12-31'],
  ['PL', 2024, '01-01 01-06 04-01 05-01 05-03 05-30 08-15 11-01 11-11 12-25 12-26'],
  ['PL', 2026, '01-01 01-06 04-06 05-01 05-03 06-04 08-15 11-01 11-11 12-24 12-25 12-26'],
  ['IE', 2026, '01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-28'],
  ['IE', 2028, '01-03 02-07 03-17 04-17 05-01 06-05 08-07 10-30 12-25 12-26'],
  ['IE', 2030, '01-01 02-01 03-18 04-22 05-06 06-03 08-05 10-28 12-25 12-26'],
  ['US', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
  ['US', 2021, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
  ['AT', 2026, '01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26'],
  ['BE', 2026, '01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25'],
  ['DK', 2026, '01-01 04-02 04-03 04-06 05-14 05-25 12-25 12-26'],
  ['FI', 2026, '01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-06 12-24 12-25 12-26'],
  ['PT', 2026, '01-01 04-03 04-25 05-01 06-04 06-10 08-15 10-05 11-01 12-01 12-08 12-25'],
  ['CH', 2026, '01-01 05-14 08-01 12-25'],
]

describe('public holidays', () => {
  test.each(FALLS)('of %s in %s', (country, year, days) => {
    const start = dayNumberOf(`${year}-01-01`)
    const found = holidaysBetween(country, start, dayNumberOf(`${year}-12-31`))
    const told = found.map((day) => dayAfter('1970-01-01', day).slice(5)).sort()
    expect(told.join(' ')).toBe(days)
  })

  test('go by Easter, which is worked out: the earliest, the latest, and those that need the exceptions', () => {
    const known = [
      ...['1818-03-22', '1886-04-25', '1943-04-25', '1954-04-18', '1961-04-02', '1981-04-19', '1995-04-16'],
      ...['2000-04-23', '2008-03-23', '2011-04-24', '2014-04-20', '2026-04-05', '2038-04-25', '2049-04-18'],
      ...['2076-04-19', '2100-03-28', '2160-03-23', '2285-03-22', '2299-04-16'],
    ]
    const sunday = easter(0)
    expect(known.map((day) => sunday(Number(day.slice(0, 4))))).toEqual(known)
  })

  test('of every country that is known are in the table above', () => {
    expect([...new Set(FALLS.map(([country]) => country))].sort()).toEqual(KNOWN_COUNTRIES)
  })

  test('a country that is not known, or none, has none', () => {
    expect(isHoliday('2026-12-25', 'ZZ')).toBe(false)
    expect(isHoliday('2026-12-25', null)).toBe(false)
    expect(isHoliday('2026-12-25', 'GB')).toBe(true)
    expect([zoneOfCountry('DE'), zoneOfCountry('US'), zoneOfCountry('ZZ')]).toEqual([
      'Europe/Berlin',
      null,
      null,
    ])
  })

  test('between two days, over the turn of a year, both days included', () => {
    const between = holidaysBetween('DE', dayNumberOf('2026-12-26'), dayNumberOf('2027-01-01'))
    expect(between.map((day) => dayAfter('1970-01-01', day))).toEqual(['2026-12-26', '2027-01-01'])
  })
})

/** Christmas 2026 is a Friday; Boxing Day is taken on Monday the 28th. */
describe('on a public holiday the PM does not work', () => {
  const british = { ...hours, country: 'GB' }
  const eve = new Date('2026-12-24T16:30:00Z')

  test('so the hold clock stands still, and days in between do not count', () => {
    expect(isWorkingTime(new Date('2026-12-28T10:00:00Z'), british)).toBe(false)
    expect(isWorkingTime(new Date('2026-12-28T10:00:00Z'), hours)).toBe(true)
    expect(addWorkingMinutes(eve, 90, british).toISOString()).toBe('2026-12-29T08:30:00.000Z')
    expect(addWorkingMinutes(eve, 90, hours).toISOString()).toBe('2026-12-25T08:30:00.000Z')
    const end = new Date('2026-12-30T09:00:00Z')
    const day = 9.5 * 60
    expect(workingMinutesBetween(eve, end, british)).toBe(60 + day + 60)
    expect(workingMinutesBetween(eve, end, hours)).toBe(60 + 3 * day + 60)
  })

  test('nor does one that lies on a weekend take a day away', () => {
    const german = { ...hours, country: 'DE' }
    const [from, to] = [new Date('2026-10-02T15:30:00Z'), new Date('2026-10-05T08:00:00Z')]
    expect(workingMinutesBetween(from, to, german)).toBe(workingMinutesBetween(from, to, hours))
  })
})
