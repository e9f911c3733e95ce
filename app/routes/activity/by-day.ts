import type { ScreenRow } from '#app/rows.ts'
import { dayWords } from '#app/times.ts'

type Event = ScreenRow<'event'>

/** Events under the day they happened on, everything newest first. */
export function byDay(events: Event[], now: string, zone: string): { day: string; events: Event[] }[] {
  const days = new Map<string, Event[]>()
  const newestFirst = [...events].sort(
    (a, b) => (b.at ?? '').localeCompare(a.at ?? '') || b.id.localeCompare(a.id),
  )
  for (const event of newestFirst) {
    if (!event.at) continue
    const day = dayWords(event.at, now, zone)
    days.set(day, [...(days.get(day) ?? []), event])
  }
  return [...days].map(([day, those]) => ({ day, events: those }))
}
