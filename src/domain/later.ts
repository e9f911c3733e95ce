import { TZDate } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { addHours } from 'date-fns/addHours'
import { nextMonday } from 'date-fns/nextMonday'
import { z } from 'zod'
import { localDate, localMoment } from './calendar.ts'
import type { Evidence } from './evidence.ts'
import type { Signal } from './signal.ts'

/** Until when a decision can be put off with one tap. */
export const laterChoice = z.enum(['hour', 'afternoon', 'tomorrow', 'monday'])
export type LaterChoice = z.infer<typeof laterChoice>

/** What brings a decision back before its time: a ticket moves, or somebody writes. */
export const awaited = z.object({ kind: z.enum(['ticket', 'person']), name: z.string().min(1) })
export type Awaited = z.infer<typeof awaited>

const AFTERNOON = '14:00'
const MORNING = '08:30'

/** The times that lie ahead of now, soonest first, each once: tomorrow may be Monday. */
export function laterTimes(now: Date, timeZone: string): { choice: LaterChoice; at: Date }[] {
  const local = new TZDate(now, timeZone)
  const at = (day: Date, time: string) => localMoment(`${localDate(day, timeZone)}T${time}`, timeZone)
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

/** 08:30 of a local day, `yyyy-mm-dd`. */
export function morningOf(day: string, timeZone: string): Date {
  return localMoment(`${day}T${MORNING}`, timeZone)
}

/** For want of what is waited for, a decision comes back at the last offered time before its own is up. */
export function latestBefore(decideBy: string | null, now: Date, timeZone: string): Date {
  const times = laterTimes(now, timeZone).map(({ at }) => at)
  const inTime = decideBy === null ? times : times.filter((at) => at.toISOString() < decideBy)
  return inTime.at(-1) ?? times[0] ?? addHours(now, 1)
}

const OFFERED = 2

/** What a decision can wait for: the tickets and the people its facts come from, those of the newest facts first. */
export function awaitable(facts: Evidence[], pmName: string): Awaited[] {
  const newest = [...facts].sort((a, b) => b.at.localeCompare(a.at))
  const from = (source: string) => newest.filter(({ signalId }) => signalId.startsWith(`${source}/`))
  const offer = (kind: Awaited['kind'], names: string[]) =>
    [...new Set(names)].slice(0, OFFERED).map((name): Awaited => ({ kind, name }))
  return [
    ...offer(
      'ticket',
      from('jira').map(({ ref }) => ref),
    ),
    ...offer(
      'person',
      from('outlook')
        .map(({ by }) => by)
        .filter((by) => by !== pmName),
    ),
  ]
}

/** What happens to a ticket without moving it. */
const NO_MOVE: readonly string[] = ['comment', 'description', 'rank', 'mention', 'other']

/** Whether this is what a decision waits for. What the agent did itself is not, nor is an automatic reply. */
export function isAwaited({ kind, name }: Awaited, signal: Signal): boolean {
  if (signal.ours || signal.bootstrap || signal.setAside !== null) return false
  if (kind === 'ticket')
    return signal.source === 'jira' && signal.ref === name && !NO_MOVE.includes(signal.kind)
  return signal.kind === 'mail_received' && signal.actor?.name === name
}

/** "when HRB-118 moves", "when Niall Keane answers". */
export function awaitedWords({ kind, name }: Awaited): string {
  return kind === 'ticket' ? `when ${name} moves` : `when ${name} answers`
}
