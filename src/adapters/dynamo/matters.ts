import type { ActivityEvent } from '#src/domain/event.ts'
import { matter, type Matter } from '#src/domain/matter.ts'
import { matterSk, projectPk, WATCHED_MATTERS } from './keys.ts'
import { eventWrites, matterRow } from './rows.ts'
import type { Table } from './table.ts'

export type MatterRef = { projectId: string; id: string }

/** Matters: the triage steps write what they found here, and nothing that acts. */
export function connectMatters(table: Table) {
  return {
    get: async (projectId: string, id: string): Promise<Matter | undefined> => {
      const row = await table.get({ PK: projectPk(projectId), SK: matterSk(id) })
      return row && matter.parse(row)
    },
    getMany: async (refs: MatterRef[]): Promise<Matter[]> => {
      const keys = new Map(
        refs.map(({ projectId, id }) => [
          `${projectId} ${id}`,
          { PK: projectPk(projectId), SK: matterSk(id) },
        ]),
      )
      return (await table.getMany([...keys.values()])).map((row) => matter.parse(row))
    },
    /** Blocked and nobody's, and not asked about yet. */
    watched: async (): Promise<MatterRef[]> => {
      const rows = await table.queryIndex('GSI1', WATCHED_MATTERS)
      return rows.map((row) => ({ projectId: String(row['projectId']), id: String(row['id']) }))
    },
    save: (next: Matter, events: ActivityEvent[] = []): Promise<void> =>
      table.write([{ put: matterRow(next), if: { version: next.version - 1 } }, ...eventWrites(events)]),
  }
}
