import { subDays } from 'date-fns'
import { activityEvent, type ActivityEvent } from '#src/domain/event.ts'
import { eventsByDay } from './keys.ts'
import { eventWrites } from './rows.ts'
import type { Table } from './table.ts'

/** The activity log, by day. */
export function connectEvents(table: Table) {
  return {
    record: (events: ActivityEvent[]): Promise<void> => table.write(eventWrites(events)),
    /** Newest first, walking back from today. */
    recent: async (asked: { now: Date; days: number; limit: number }): Promise<ActivityEvent[]> => {
      const found: ActivityEvent[] = []
      for (let back = 0; back < asked.days && found.length < asked.limit; back++) {
        const day = subDays(asked.now, back).toISOString().slice(0, 10)
        const limit = asked.limit - found.length
        const rows = await table.queryIndex('GSI1', eventsByDay(day), { newestFirst: true, limit })
        const whole = await table.getMany(rows.map(({ PK, SK }) => ({ PK, SK })))
        found.push(...whole.map((row) => activityEvent.parse(row)).sort(newestFirst))
      }
      return found
    },
  }
}

const newestFirst = (a: ActivityEvent, b: ActivityEvent) =>
  b.at.localeCompare(a.at) || b.id.localeCompare(a.id)
