import { subDays } from 'date-fns/subDays'
import { activityEvent, type ActivityEvent } from '#src/domain/event.ts'
import { chunksOf } from './chunks.ts'
import { eventsByDay } from './keys.ts'
import { eventWrites } from './rows.ts'
import type { Table } from './table.ts'

/** The activity log, by day. */
export function connectEvents(table: Table) {
  return {
    /** However many there are: a transaction holds a hundred, and what is said twice counts once. */
    record: async (events: ActivityEvent[]): Promise<void> => {
      for (const chunk of chunksOf(events)) await table.write(eventWrites(chunk))
    },
    /** Newest first, walking back from today. What a step that was run again has said twice counts once. */
    recent: async (asked: { now: Date; days: number; limit: number }): Promise<ActivityEvent[]> => {
      const found = new Map<string, ActivityEvent>()
      for (let back = 0; back < asked.days && found.size < asked.limit; back++) {
        const day = subDays(asked.now, back).toISOString().slice(0, 10)
        const limit = asked.limit - found.size
        const rows = await table.queryIndex('GSI1', eventsByDay(day), { newestFirst: true, limit })
        const whole = await table.getMany(rows.map(({ PK, SK }) => ({ PK, SK })))
        for (const event of whole.map((row) => activityEvent.parse(row)).sort(newestFirst))
          if (!found.has(event.id)) found.set(event.id, event)
      }
      return [...found.values()]
    },
  }
}

const newestFirst = (a: ActivityEvent, b: ActivityEvent) =>
  b.at.localeCompare(a.at) || b.id.localeCompare(a.id)
