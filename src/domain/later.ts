import { TZDate } from '@date-fns/tz'
import { addDays, addHours, nextMonday, set } from 'date-fns'
import { z } from 'zod'

/** Until when a decision can be put off with one tap. */
export const laterChoice = z.enum(['hour', 'afternoon', 'tomorrow', 'monday'])
export type LaterChoice = z.infer<typeof laterChoice>

const AFTERNOON = { hours: 14, minutes: 0 }
const MORNING = { hours: 8, minutes: 30 }

/** The times that lie ahead of now, soonest first, each once: tomorrow may be Monday. */
export function laterTimes(now: Date, timeZone: string): { choice: LaterChoice; at: Date }[] {
  const local = new TZDate(now, timeZone)
  const at = (day: Date, time: typeof MORNING) =>
    new Date(set(day, { ...time, seconds: 0, milliseconds: 0 }).getTime())
  const times: { choice: LaterChoice; at: Date }[] = [
    { choice: 'hour', at: addHours(now, 1) },
    { choice: 'afternoon', at: at(local, AFTERNOON) },
    { choice: 'tomorrow', at: at(addDays(local, 1), MORNING) },
    { choice: 'monday', at: at(nextMonday(local), MORNING) },
  ]
  const [hour] = times
  return times.filter(
    (each, index) =>
      (each === hour || !hour || each.at > hour.at) &&
      times.findIndex((other) => other.at.getTime() === each.at.getTime()) === index,
  )
}
