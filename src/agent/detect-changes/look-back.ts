import { max } from 'date-fns/max'
import { subHours } from 'date-fns/subHours'
import { subMinutes } from 'date-fns/subMinutes'
import type { Page } from './watched.ts'

/** Every check looks back so far behind the end of the last read: a search shows most changes within seconds, some within minutes. */
const OVERLAP_MINUTES = 5
/** On the hour, and once a day, it looks back further: after a bulk edit a search may lag for longer, and nobody says how long. */
const HOURLY_HOURS = 2
/** How far behind the checkpoint a change may lie and still be news. */
export const LATE_HOURS = 24

/** What every check looks at again. What happened that shortly before a project was connected is news too: it may have been hidden. */
export const ordinary = (end: Date) => subMinutes(end, OVERLAP_MINUTES)

/** From when on a read asks what changed. `daily`: it is the day's first. */
export function lookBack(readUpTo: string, at: Date, daily: boolean): Date {
  const end = new Date(readUpTo)
  if (daily) return subHours(end, LATE_HOURS)
  return at.getUTCMinutes() === 0 ? subHours(end, HOURLY_HOURS) : ordinary(end)
}

/**
 * The tickets of a page that an earlier read should have been shown: nothing has happened to them since it looked. One that
 * could not be read then is no such ticket.
 */
export function shownLate(
  { changes }: Pick<Page, 'changes'>,
  before: { readUpTo: string; unreadable: string[] } | undefined,
): Set<string> {
  if (!before) return new Set()
  const looked = ordinary(new Date(before.readUpTo))
  const byTicket = Map.groupBy(changes, ({ raw }) => raw.ref)
  for (const ref of before.unreadable) byTicket.delete(ref)
  const late = [...byTicket].filter(
    ([, of]) => max(of.map(({ raw }) => new Date(raw.occurredAt))) < looked && of.every(isOfTracker),
  )
  return new Set(late.map(([ref]) => ref))
}

/** A mail may be moved into the inbox long after it came. */
const isOfTracker = ({ raw }: Page['changes'][number]) => raw.source !== 'outlook'
