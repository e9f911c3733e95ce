import { escalation, type Escalation } from '#src/domain/escalation.ts'
import { connectEscalations } from './escalations.ts'
import { connectPreferences } from './preferences.ts'
import type { Table } from './table.ts'

/** More than anybody is asked in a day; only those of today are counted. */
const LATELY = 60

/** What the limit of a day's interruptions is held against. */
export function connectAttention(table: Table) {
  const [preferences, { list }] = [connectPreferences(table), connectEscalations(table)]
  const statuses = escalation.options.map((each) => each.shape.status.value)
  return {
    aDay: async (): Promise<number> => (await preferences.get()).interruptionsADay,
    waiting: (): Promise<Escalation[]> => list('pending'),
    /** The latest decisions, whatever became of them. */
    lately: async (): Promise<Escalation[]> =>
      (await Promise.all(statuses.map((status) => list(status, LATELY)))).flat(),
  }
}
