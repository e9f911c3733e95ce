import { dayAfter, weekdayOf, type Weekday } from './day.ts'

/** The day of a year on which a holiday falls, `yyyy-mm-dd`; null: not in that year. */
export type HolidayRule = (year: number) => string | null

/** On the same date each year, `mm-dd`. */
export const on =
  (date: string): HolidayRule =>
  (year) =>
    `${year}-${date}`

/** So many days after Easter Sunday; before, if negative. */
export const easter =
  (days: number): HolidayRule =>
  (year) =>
    dayAfter(easterSunday(year), days)

/** The first such weekday of a year from a date on, `mm-dd`. */
export const first =
  (day: Weekday, from: string): HolidayRule =>
  (year) => {
    const start = `${year}-${from}`
    return week(start).find((each) => weekdayOf(each) === day) ?? start
  }

/** The last such weekday of a month that ends on that date, `mm-dd`. */
export const last = (day: Weekday, end: string): HolidayRule => {
  return (year) => {
    const start = dayAfter(`${year}-${end}`, -6)
    return week(start).find((each) => weekdayOf(each) === day) ?? start
  }
}

/** A rule that holds from a year on. */
export const since =
  (begins: number, rule: HolidayRule): HolidayRule =>
  (year) =>
    year < begins ? null : rule(year)

const week = (start: string) => [0, 1, 2, 3, 4, 5, 6].map((days) => dayAfter(start, days))

/** Easter Sunday of the Gregorian calendar. Source: the anonymous algorithm, Nature, 20 April 1876. */
function easterSunday(year: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`
}
