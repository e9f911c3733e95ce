import type { ActivityEvent } from '#src/domain/event.ts'
import { memory, type Memory } from '#src/domain/memory.ts'
import { memorySk, projectPk } from './keys.ts'
import { eventWrites, memoryRow } from './rows.ts'
import type { Table } from './table.ts'

/** What was learned from the PM, by project. Kept until the PM takes it away. */
export function connectMemories(table: Table) {
  return {
    get: async (projectId: string, id: string): Promise<Memory | undefined> => {
      const row = await table.get({ PK: projectPk(projectId), SK: memorySk(id) })
      return row && memory.parse(row)
    },
    /** Oldest first. */
    ofProject: async (projectId: string): Promise<Memory[]> => {
      const rows = await table.query(projectPk(projectId), { beginsWith: memorySk('') })
      return rows.map((row) => memory.parse(row)).sort((a, b) => a.at.localeCompare(b.at))
    },
    /** Saves next versions with what happened. Throws `Conflict` when one was changed or taken away meanwhile. */
    save: (next: Memory[], events: ActivityEvent[] = []): Promise<void> =>
      table.write([
        ...next.map((each) => ({ put: memoryRow(each), if: { version: each.version - 1 } })),
        ...eventWrites(events),
      ]),
    forget: ({ projectId, id }: Memory, events: ActivityEvent[]): Promise<void> =>
      table.write([{ remove: { PK: projectPk(projectId), SK: memorySk(id) } }, ...eventWrites(events)]),
  }
}
