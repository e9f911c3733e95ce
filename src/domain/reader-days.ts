import { localDate, localHour, localWeekday } from './calendar.ts'
import { dayName } from './day-words.ts'
import { dayAfter, weekdayOf, type Weekday } from './day.ts'
import { isHoliday, zoneOfCountry } from './holidays.ts'
import type { Person } from './person.ts'
import type { WorkingHours } from './project.ts'

const FRIDAY_CLOSES = 16
/** An automatic reply that names no day of return counts for so long. */
const ABSENT_DAYS = 14

const DAYS: Record<Weekday, string> = {
  ...{ mon: 'Mondays', tue: 'Tuesdays', wed: 'Wednesdays', thu: 'Thursdays', fri: 'Fridays' },
  ...{ sat: 'Saturdays', sun: 'Sundays' },
}

/** Where somebody's days are counted: in their country, if it has but one time zone, else with the PM. */
export function zoneOf({ country }: Pick<Person, 'country'>, { timeZone }: WorkingHours): string {
  return zoneOfCountry(country) ?? timeZone
}

/** Why a mail is not to reach somebody at a moment, in words: leave, a public holiday, a day off, a late Friday. */
export function whyNotThen(person: Person, at: Date, hours: WorkingHours): string | null {
  const zone = zoneOf(person, hours)
  const day = localDate(at, zone)
  const { name, leave, country, workingDays } = person
  if (leave && leave.from <= day && day <= leave.to) return `${name} is on leave to ${dayName(leave.to)}`
  if (isHoliday(day, country))
    return `${name} is off on ${dayName(day)}, a public holiday in ${countryName(country ?? '')}`
  const weekday = weekdayOf(day)
  if (workingDays.length > 0 && !workingDays.includes(weekday))
    return `${name} does not work on ${DAYS[weekday]}`
  return isLateFriday(at, zone) ? `it is after 16:00 on a Friday where ${name} is` : null
}

/** Friday from 16:00 on. */
export function isLateFriday(at: Date, zone: string): boolean {
  return localWeekday(at, zone) === 'fri' && localHour(at, zone) >= FRIDAY_CLOSES
}

/** Until when somebody is away on a day, and who answers meanwhile; null: they are there, for all that is known. */
export type OutOfOffice = { until: string | null; deputy: string | null; by: 'you' | 'automatic reply' }

/** Whether somebody is away: the PM's word first, then their own automatic reply. */
export function awayOn({ leave, absence, deputy }: Person, day: string): OutOfOffice | null {
  if (leave && leave.from <= day && day <= leave.to) return { until: leave.to, deputy, by: 'you' }
  if (!absence || day < absence.from) return null
  const last = absence.until ?? dayAfter(absence.from, ABSENT_DAYS)
  if (day > last) return null
  return { until: absence.until, deputy: deputy ?? absence.deputy, by: 'automatic reply' }
}

/** A country's name in English; its code where it has none. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code
}

const names = new Intl.DisplayNames('en-GB', { type: 'region' })
