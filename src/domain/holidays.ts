import { dayAfter, dayNumberOf, weekdayOf } from './day.ts'
import { COUNTRIES, type Country, type Moved } from './holiday-countries.ts'

/** Countries whose public holidays are known, by their ISO codes. */
export const KNOWN_COUNTRIES = Object.keys(COUNTRIES)

/** Whether a calendar day is a public holiday of a country; of one that is not known none is. */
export function isHoliday(day: string, country: string | null | undefined): boolean {
  return daysOff(country, Number(day.slice(0, 4))).includes(day)
}

/** The public holidays between two days that are counted from 1 January 1970, both included. */
export function holidaysBetween(country: string | undefined, from: number, to: number): number[] {
  if (!Object.hasOwn(COUNTRIES, country ?? '')) return []
  const yearOf = (number: number) => Number(dayAfter('1970-01-01', number).slice(0, 4))
  const found: number[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++)
    found.push(...daysOff(country, year).map(dayNumberOf))
  return found.filter((day) => day >= from && day <= to)
}

/** The time zone of a country that has but one, if it is known. */
export function zoneOfCountry(country: string | null): string | null {
  return COUNTRIES[country ?? '']?.zone ?? null
}

const remembered = new Map<string, string[]>()

function daysOff(country: string | null | undefined, year: number): string[] {
  const known = COUNTRIES[country ?? '']
  if (!known) return []
  const key = `${country ?? ''} ${year}`
  const days = remembered.get(key) ?? workedOut(known, year)
  remembered.set(key, days)
  return days
}

/** New Year's Day of the year after may be taken in this one. */
function workedOut({ moved = 'never', days }: Country, year: number): string[] {
  const taken: string[] = []
  for (const fallsIn of [year, year + 1])
    for (const day of days.flatMap((rule) => rule(fallsIn) ?? []).sort())
      taken.push(takenOn(day, moved, taken))
  return [...new Set(taken)].filter((day) => day.startsWith(String(year)))
}

function takenOn(day: string, moved: Moved, taken: string[]): string {
  const is = weekdayOf(day)
  const weekend = is === 'sat' || is === 'sun'
  if (moved === 'never' || (!weekend && !taken.includes(day))) return day
  if (moved === 'nearest') return dayAfter(day, is === 'sat' ? -1 : 1)
  return takenOn(dayAfter(day), moved, taken)
}
