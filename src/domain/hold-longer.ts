import { z } from 'zod'
import { addWorkingMinutes, localMoment, workingDayMinutes } from './calendar.ts'
import { laterTimes } from './later.ts'
import type { WorkingHours } from './project.ts'

/** By how much a held act can be put back with one tap: working time, or a morning. */
export const longerChoice = z.enum(['half_hour', 'hour', 'tomorrow', 'monday'])
export type LongerChoice = z.infer<typeof longerChoice>

/** A minute of the PM's own clock, `yyyy-MM-ddTHH:mm`, as a form's field gives it. */
export const localMinute = z.string().regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, 'a day and a time')

/** What of a held act says until when it may wait. */
export type Held = { heldUntil: string; createdAt: string }

/** Working days that an act waits at most: nobody would act on what it rests on after that. */
const MOST_DAYS = 5

/** A time that an act is not held until; the message says why, and until when it can be. */
export class CannotHold extends Error {
  override name = 'CannotHold'
}

/** Until when an act that came about then waits at most, for its time as for the PM's word. */
export function waitsAtMost(since: Date, hours: WorkingHours): Date {
  return addWorkingMinutes(since, MOST_DAYS * workingDayMinutes(hours), hours)
}

/** The later times that can be chosen with one tap, soonest first; none lies beyond what it rests on. */
export function longerTimes(
  held: Held,
  now: Date,
  hours: WorkingHours,
): { choice: LongerChoice; at: string }[] {
  const [goes, last] = [goesAt(held, now), waitsAtMost(new Date(held.createdAt), hours)]
  // What ends with the working day is the beginning of the next one: nothing goes at closing time.
  const inside = (at: Date) => addWorkingMinutes(at, 0, hours)
  const mornings = laterTimes(now, hours.timeZone).flatMap(({ choice, at }) =>
    choice === 'tomorrow' || choice === 'monday' ? [{ choice, at: inside(at) }] : [],
  )
  const times: { choice: LongerChoice; at: Date }[] = [
    { choice: 'half_hour', at: inside(addWorkingMinutes(goes, 30, hours)) },
    { choice: 'hour', at: inside(addWorkingMinutes(goes, 60, hours)) },
    ...mornings,
  ]
  return times
    .filter(
      ({ at }, index) => at > goes && at <= last && times.findIndex((one) => isSame(one.at, at)) === index,
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ choice, at }) => ({ choice, at: at.toISOString() }))
}

/**
 * Until when a held act waits, by a choice or by the PM's own clock; a time outside working hours becomes the next one inside.
 * Throws {@link CannotHold} for one that is past, no later than it goes anyway, or beyond what it rests on.
 */
export function heldUntil(
  held: Held,
  until: { choice: LongerChoice } | { minute: string },
  now: Date,
  hours: WorkingHours,
): Date {
  const last = waitsAtMost(new Date(held.createdAt), hours)
  const at =
    'minute' in until
      ? addWorkingMinutes(localMoment(until.minute, hours.timeZone), 0, hours)
      : timeOf(held, until.choice, now, hours)
  if (!at || at > last)
    throw new CannotHold(
      'What it rests on would be more than 5 working days old by then. Stop it, or choose an earlier time.',
    )
  if (at <= now) throw new CannotHold('That time is over. Choose a later one.')
  if (at <= goesAt(held, now))
    throw new CannotHold('It would not go before that anyway. Choose a later time.')
  return at
}

function timeOf(held: Held, choice: LongerChoice, now: Date, hours: WorkingHours): Date | undefined {
  const found = longerTimes(held, now, hours).find((each) => each.choice === choice)
  if (found) return new Date(found.at)
  // Two choices may be the same moment, of which one is offered.
  const named = laterTimes(now, hours.timeZone).find((each) => each.choice === choice)
  return named && addWorkingMinutes(named.at, 0, hours)
}

/** Its own time, or now where that has come already. */
function goesAt({ heldUntil: until }: Held, now: Date): Date {
  return until > now.toISOString() ? new Date(until) : now
}

const isSame = (one: Date, other: Date) => one.getTime() === other.getTime()
