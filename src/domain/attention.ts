import { z } from 'zod'
import { localDate, startOfLocalDay, workingMinutesBetween } from './calendar.ts'
import { dayAfter } from './day.ts'
import type { WorkingHours } from './project.ts'
import { IMPORTANCES, type Importance } from './verdict.ts'

/** Working minutes before its time from which on a decision always interrupts. */
export const URGENT_MINUTES = 240

/** What of a decision says how dear it is to wait with it. */
export type Costly = {
  id: string
  decideBy: string | null
  importance: Importance
  createdAt: string
}

/** A decision that is open, and when it last interrupted; null: it waits quietly. */
export type Waiting = Costly & { interruptedAt: string | null }

export type Budget = { aDay: number; hours: WorkingHours }

/** What is to be decided soonest first, then what weighs most; of equals, what has waited longest. */
export function byCostOfDelay(a: Costly, b: Costly): number {
  if (a.decideBy !== b.decideBy) {
    if (a.decideBy === null) return 1
    if (b.decideBy === null) return -1
    return a.decideBy.localeCompare(b.decideBy)
  }
  const weighs = IMPORTANCES.indexOf(a.importance) - IMPORTANCES.indexOf(b.importance)
  return weighs || a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id)
}

/** To be decided within four working hours, or past its time. */
export function isUrgent({ decideBy }: Pick<Costly, 'decideBy'>, now: Date, hours: WorkingHours): boolean {
  return decideBy !== null && workingMinutesBetween(now, new Date(decideBy), hours) <= URGENT_MINUTES
}

/** Why a decision can't wait for the next day's interruptions. */
export const pressing = z.enum(['critical', 'soon'])
export type Pressing = z.infer<typeof pressing>

/** What is critical, what is urgent, and what is due before there is any work on another day; null: it can wait a night. */
export function pressingNow(
  of: Pick<Costly, 'decideBy' | 'importance'>,
  now: Date,
  hours: WorkingHours,
): Pressing | null {
  if (of.importance === 'critical') return 'critical'
  const { decideBy } = of
  const tomorrow = startOfLocalDay(dayAfter(localDate(now, hours.timeZone)), hours.timeZone)
  const isDueFirst = decideBy !== null && workingMinutesBetween(tomorrow, new Date(decideBy), hours) === 0
  return isDueFirst || isUrgent(of, now, hours) ? 'soon' : null
}

/** One that interrupts now, and why although the day's limit is reached; null: it is within the limit. */
export type Interrupting = { id: string; beyond: Pressing | null }

/**
 * Which of the quiet ones interrupt now: whatever can't wait for the next day, and of the rest the dearest, as far as the day
 * has interruptions left. What interrupted today counts, whatever it was for. The rest wait, and are ranked anew whenever
 * this is asked.
 */
export function interruptsNow(
  open: Waiting[],
  interruptedToday: number,
  { aDay, hours }: Budget,
  now: Date,
): Interrupting[] {
  const quiet = open
    .filter(({ interruptedAt }) => interruptedAt === null)
    .sort(byCostOfDelay)
    .map((each) => ({ id: each.id, why: pressingNow(each, now, hours) }))
  const press = quiet.filter(({ why }) => why !== null)
  const left = Math.max(0, aDay - interruptedToday - press.length)
  const rest = quiet.filter(({ why }) => why === null).slice(0, left)
  return [...press, ...rest].map(({ id, why }, before) => ({
    id,
    beyond: interruptedToday + before >= aDay ? why : null,
  }))
}

/** How many of these, open or answered, have interrupted on the local day. */
export function interruptedOn(
  all: { interruptedAt: string | null }[],
  now: Date,
  { timeZone }: WorkingHours,
): number {
  const today = localDate(now, timeZone)
  return all.filter(({ interruptedAt: at }) => at !== null && localDate(new Date(at), timeZone) === today)
    .length
}
