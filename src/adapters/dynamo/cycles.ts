import { addDays } from 'date-fns/addDays'
import { cycleRecord, running, type CycleRecord, type Running } from '#src/domain/cycle.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import { CYCLE_PK, dailySk, RUNNING_SK } from './keys.ts'
import { eventWrites } from './rows.ts'
import type { Table, Write } from './table.ts'

const CYCLE_DAYS = 30

/** The sign of life, the checks' records and the daily mark. */
export function connectCycles(table: Table) {
  const runningKey = { PK: CYCLE_PK, SK: RUNNING_SK }
  const put = (next: Running): Write => ({
    put: { ...next, ...runningKey, type: 'running' },
    if: { version: next.version - 1 },
  })
  return {
    running: async (): Promise<Running | undefined> => {
      const row = await table.get(runningKey)
      return row && running.parse(row)
    },
    /** Throws `Conflict` when another tick was first. */
    beat: (next: Running, events: ActivityEvent[] = []): Promise<void> =>
      table.write([put(next), ...eventWrites(events)]),
    /** Ends a check: its record, the lease given back, and the day's mark if its daily work was done. */
    close: (next: Running, record: CycleRecord, events: ActivityEvent[], day?: string): Promise<void> =>
      table.write([
        put(next),
        { put: cycleRow(record) },
        ...(day ? [{ put: { PK: CYCLE_PK, SK: dailySk(day), type: 'daily' } }] : []),
        ...eventWrites(events),
      ]),
    record: async (slot: string): Promise<CycleRecord | undefined> => {
      const row = await table.get({ PK: CYCLE_PK, SK: slot })
      return row && cycleRecord.parse(row)
    },
    dailyDone: async (day: string): Promise<boolean> =>
      (await table.get({ PK: CYCLE_PK, SK: dailySk(day) })) !== undefined,
    /** The latest local days whose daily work was done, by a check that did not fail. */
    daysDone: async (limit: number): Promise<string[]> => {
      const range = { beginsWith: dailySk(''), newestFirst: true, limit }
      return (await table.query(CYCLE_PK, range)).map(({ SK }) => SK.slice(dailySk('').length))
    },
    /** Newest first. Slots begin with a digit, so they sort before the marks. */
    recent: async (asked: { now: Date; limit: number }): Promise<CycleRecord[]> => {
      const range = { upTo: asked.now.toISOString(), newestFirst: true, limit: asked.limit }
      const rows = await table.query(CYCLE_PK, range)
      return rows.map((row) => cycleRecord.parse(row))
    },
  }
}

function cycleRow(record: CycleRecord) {
  const expiresAt = Math.floor(addDays(new Date(record.slot), CYCLE_DAYS).getTime() / 1000)
  return { ...record, PK: CYCLE_PK, SK: record.slot, type: 'cycle', expiresAt }
}
