import type { ScreenRow } from '#app/rows.ts'
import { dayWords, localDay } from '#app/times.ts'

type Event = ScreenRow<'event'>
export type Idle = { day: string; checks: number; failed: number }
/** One local day: what happened, and how many checks found nothing. */
export type Day = { day: string; events: Event[]; idle: Idle | undefined }

/** Events under the day they happened on, everything newest first; a day of which only idle checks are told has none. */
export function byDay(events: Event[], idle: Idle[], now: string, zone: string): Day[] {
  const days = new Map<string, Event[]>(idle.map(({ day }) => [day, []]))
  const newestFirst = [...events].sort(
    (a, b) => (b.at ?? '').localeCompare(a.at ?? '') || b.id.localeCompare(a.id),
  )
  for (const event of newestFirst) {
    if (!event.at) continue
    const day = localDay(event.at, zone)
    days.set(day, [...(days.get(day) ?? []), event])
  }
  return [...days]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([day, those]) => ({
      day: dayWords(`${day}T12:00:00.000Z`, now, 'Etc/UTC'),
      events: those,
      idle: idle.find((each) => each.day === day),
    }))
}
