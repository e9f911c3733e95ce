import { TZDate, tz } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { format } from 'date-fns/format'
import { set } from 'date-fns/set'
import { dayNumberOf, weekday, weekdayOfNumber, type Weekday } from './day.ts'
import { holidaysBetween, isHoliday } from './holidays.ts'
import type { WorkingHours } from './project.ts'

const MINUTE = 60_000

/** The moment `minutes` of working time after `from`: a hold's clock stands still outside working hours. */
export function addWorkingMinutes(from: Date, minutes: number, hours: WorkingHours): Date {
  let left = minutes * MINUTE
  let day = from
  for (let guard = 0; guard < 400; guard++) {
    const { opens, closes } = openingOf(day, hours)
    const start = Math.max(from.getTime(), opens)
    if (start < closes) {
      if (start + left <= closes) return new Date(start + left)
      left -= closes - start
    }
    day = nextDay(day, hours.timeZone)
  }
  throw new RangeError(`No ${minutes} working minutes within 400 days: check the working days.`)
}

/** Working minutes between two moments, 0 when `to` is not after `from`. */
export function workingMinutesBetween(from: Date, to: Date, hours: WorkingHours): number {
  if (to <= from) return 0
  const [first, last] = [dayNumber(from, hours), dayNumber(to, hours)]
  if (first === last) return minutesWithin(from, from, to, hours)
  const between = daysBetween(from, first, last, hours)
  return minutesWithin(from, from, to, hours) + between + minutesWithin(to, from, to, hours)
}

/** Clocks are put forward or back before this hour, wherever that is done. */
const CLOCKS_CHANGE_BEFORE = '04:00'

/** The days in between count whole, without asking the time zone about each; only who works at night needs asking. */
function daysBetween(from: Date, first: number, last: number, hours: WorkingHours): number {
  if (hours.from >= CLOCKS_CHANGE_BEFORE)
    return workingDaysIn(first + 1, last - 1, hours) * workingDayMinutes(hours)
  let minutes = 0
  for (let day = 1; day < last - first; day++) {
    const { opens, closes } = openingOf(addDays(new TZDate(from, hours.timeZone), day), hours)
    minutes += (closes - opens) / MINUTE
  }
  return minutes
}

function minutesWithin(day: Date, from: Date, to: Date, hours: WorkingHours): number {
  const { opens, closes } = openingOf(day, hours)
  return Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime())) / MINUTE
}

/** Local days since 1 January 1970. */
function dayNumber(at: Date, { timeZone }: WorkingHours): number {
  return dayNumberOf(localDate(at, timeZone))
}

function workingDaysIn(first: number, last: number, { days, country }: WorkingHours): number {
  const length = last - first + 1
  if (length <= 0) return 0
  const weeks = Math.floor(length / 7)
  const isWorked = (day: number) => days.includes(weekdayOfNumber(day))
  const rest = Array.from({ length: length % 7 }, (_, index) => first + index).filter(isWorked)
  const off = holidaysBetween(country, first, last).filter(isWorked)
  return weeks * new Set(days).size + rest.length - off.length
}

/** Working minutes in one working day. */
export function workingDayMinutes(hours: WorkingHours): number {
  return minutesOf(hours.to) - minutesOf(hours.from)
}

/** The local calendar date, `yyyy-MM-dd`. */
export function localDate(at: Date, timeZone: string): string {
  return localHourOf(at, timeZone).date
}

/** The moment at which clocks show this, `yyyy-MM-ddTHH:mm`, where somebody lives. */
export function localMoment(shown: string, timeZone: string): Date {
  return new Date(epochOf(shown, timeZone))
}

/** The moment at which a local day (`yyyy-MM-dd`) begins. */
export function startOfLocalDay(day: string, timeZone: string): Date {
  return localMoment(`${day}T00:00`, timeZone)
}

/** The weekday where somebody lives. */
export function localWeekday(at: Date, timeZone: string): Weekday {
  return localHourOf(at, timeZone).day
}

/** The hour of the day, 0 to 23, where somebody lives. */
export function localHour(at: Date, timeZone: string): number {
  return localHourOf(at, timeZone).hour
}

const localHourOf = remembered(
  (at: Date, timeZone: string) => `${quarterOf(at)} ${timeZone}`,
  (at: Date, timeZone: string) => {
    const [date = '', day = '', hour] = format(at, 'yyyy-MM-dd eee H', { in: tz(timeZone) }).split(' ')
    return { date, day: weekday.parse(day.toLowerCase()), hour: Number(hour) }
  },
)

/** True inside working hours of a working day. */
export function isWorkingTime(at: Date, hours: WorkingHours): boolean {
  const { opens, closes } = openingOf(at, hours)
  return at.getTime() >= opens && at.getTime() < closes
}

/** True from the hour at which a working day would begin until midnight, on days off too. */
export function isAfterOpening(at: Date, hours: WorkingHours): boolean {
  return at.getTime() >= openingOf(at, hours).opens
}

/** That day's opening and closing in epoch milliseconds; a day off, or a public holiday, closes when it opens. */
const openingOf = remembered(
  (at: Date, { timeZone, from, to, days, country = '' }: WorkingHours) =>
    `${quarterOf(at)} ${timeZone} ${from} ${to} ${days.join()} ${country}`,
  (at: Date, hours: WorkingHours) => {
    const local = new TZDate(at, hours.timeZone)
    const opens = atTime(local, hours.from)
    const { date, day } = localHourOf(at, hours.timeZone)
    const isOff = !hours.days.includes(day) || isHoliday(date, hours.country)
    return { opens, closes: isOff ? opens : atTime(local, hours.to) }
  },
)

const epochOf = remembered(
  (shown: string, timeZone: string) => `${shown} ${timeZone}`,
  (shown: string, timeZone: string) => {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = shown.split(/\D/).map(Number)
    return new TZDate(year, month - 1, day, hour, minute, 0, timeZone).getTime()
  },
)

/** The same time a day later, to the quarter. */
const nextDay = remembered(
  (at: Date, timeZone: string) => `${quarterOf(at)} ${timeZone}`,
  (at: Date, timeZone: string) => new Date(addDays(new TZDate(at, timeZone), 1).getTime()),
)

/** In every zone hours begin on one. */
function quarterOf(at: Date): number {
  return Math.floor(at.getTime() / (15 * MINUTE))
}

/** Asking a time zone is slow, and a check asks about the same days again and again. */
function remembered<Args extends unknown[], Answer>(
  keyOf: (...args: Args) => string,
  ask: (...args: Args) => Answer,
): (...args: Args) => Answer {
  const known = new Map<string, Answer>()
  return (...args) => {
    const key = keyOf(...args)
    const answer = known.get(key) ?? ask(...args)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(key, answer)
    return answer
  }
}

const MOST_REMEMBERED = 2000

function atTime(local: TZDate, time: string): number {
  const minutes = minutesOf(time)
  return set(local, {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
    seconds: 0,
    milliseconds: 0,
  }).getTime()
}

function minutesOf(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':')
  return Number(hour) * 60 + Number(minute)
}
