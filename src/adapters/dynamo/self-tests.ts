import type { ActivityEvent } from '#src/domain/event.ts'
import { selfTest, type SelfTest } from '#src/domain/self-test.ts'
import { INTEGRATION_PK } from './keys.ts'
import { eventWrites } from './rows.ts'
import type { Table } from './table.ts'

/** The permission self-test, `INTEGRATION | SELF_TEST`: the last one, or the one that is asked for. */
export function connectSelfTests(table: Table) {
  const key = { PK: INTEGRATION_PK, SK: 'SELF_TEST' }
  return {
    get: async (): Promise<SelfTest | undefined> => {
      const row = await table.get(key)
      return row && selfTest.parse(row)
    },
    /** With what happened, in one transaction. Throws `Conflict` when somebody else was first. */
    save: (next: SelfTest, events: ActivityEvent[] = []): Promise<void> =>
      table.write([
        { put: { ...next, ...key, type: 'self_test' }, if: { version: next.version - 1 } },
        ...eventWrites(events),
      ]),
  }
}
