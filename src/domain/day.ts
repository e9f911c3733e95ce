import { z } from 'zod'

export const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])
export type Weekday = z.infer<typeof weekday>

const DAY_MS = 24 * 60 * 60_000
/** 1 January 1970 was a Thursday. */
const WEEK = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const

/** Days since 1 January 1970 of a calendar day, `yyyy-mm-dd`. */
export function dayNumberOf(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

/** The calendar day so many days after; before, if negative. */
export function dayAfter(day: string, days = 1): string {
  return new Date((dayNumberOf(day) + days) * DAY_MS).toISOString().slice(0, 10)
}

/** The weekday of a calendar day. */
export function weekdayOf(day: string): Weekday {
  return weekdayOfNumber(dayNumberOf(day))
}

/** The weekday of a day that is counted from 1 January 1970. */
export function weekdayOfNumber(number: number): Weekday {
  return WEEK[((number % 7) + 7) % 7] ?? 'thu'
}
