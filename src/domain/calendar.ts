import { TZDate, tz } from '@date-fns/tz'
import { addDays, format, set } from 'date-fns'
import type { z } from 'zod'
import { weekday, type WorkingHours } from './project.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

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
    day = addDays(new TZDate(day, hours.timeZone), 1)
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

/** Local days since 1 January 1970, which was a Thursday. */
function dayNumber(at: Date, { timeZone }: WorkingHours): number {
  return Math.floor(Date.parse(`${localDate(at, timeZone)}T00:00:00Z`) / DAY)
}

const WEEK = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const

function workingDaysIn(first: number, last: number, { days }: WorkingHours): number {
  const length = last - first + 1
  if (length <= 0) return 0
  const weeks = Math.floor(length / 7)
  const rest = Array.from({ length: length % 7 }, (_, index) => WEEK[(first + index) % 7])
  return weeks * new Set(days).size + rest.filter((day) => day !== undefined && days.includes(day)).length
}

/** Working minutes in one working day. */
export function workingDayMinutes(hours: WorkingHours): number {
  return minutesOf(hours.to) - minutesOf(hours.from)
}

/** The local calendar date, `yyyy-MM-dd`. */
export function localDate(at: Date, timeZone: string): string {
  return format(at, 'yyyy-MM-dd', { in: tz(timeZone) })
}

/** The weekday where somebody lives. */
export function localWeekday(at: Date, timeZone: string): z.infer<typeof weekday> {
  return weekday.parse(format(at, 'eee', { in: tz(timeZone) }).toLowerCase())
}

/** The hour of the day, 0 to 23, where somebody lives. */
export function localHour(at: Date, timeZone: string): number {
  return Number(format(at, 'H', { in: tz(timeZone) }))
}

/** True inside working hours of a working day. */
export function isWorkingTime(at: Date, hours: WorkingHours): boolean {
  const { opens, closes } = openingOf(at, hours)
  return at.getTime() >= opens && at.getTime() < closes
}

/** True from the hour at which a working day would begin until midnight, on days off too. */
export function isAfterOpening(at: Date, hours: WorkingHours): boolean {
  return at.getTime() >= openingOf(at, hours).opens
}

type Opening = { opens: number; closes: number }

/** Asking a time zone is slow, and a check asks about the same days again and again. No zone's day begins within a quarter. */
const openings = new Map<string, Opening>()
const QUARTER = 15 * MINUTE
const MOST_OPENINGS = 2000

/** That day's opening and closing in epoch milliseconds; a day off closes when it opens. */
function openingOf(at: Date, hours: WorkingHours): Opening {
  const { timeZone, from, to, days } = hours
  const key = `${Math.floor(at.getTime() / QUARTER)} ${timeZone} ${from} ${to} ${days.join()}`
  const known = openings.get(key) ?? askOpening(at, hours)
  if (openings.size >= MOST_OPENINGS) openings.clear()
  openings.set(key, known)
  return known
}

function askOpening(at: Date, hours: WorkingHours): Opening {
  const local = new TZDate(at, hours.timeZone)
  const day = weekday.parse(format(local, 'eee').toLowerCase())
  const opens = atTime(local, hours.from)
  return { opens, closes: hours.days.includes(day) ? atTime(local, hours.to) : opens }
}

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
