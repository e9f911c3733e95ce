import { matter, type Matter } from '#src/domain/matter.ts'
import { chunksOf } from './chunks.ts'
import { matterSk, projectPk } from './keys.ts'
import { matterRow } from './rows.ts'
import type { Table } from './table.ts'

/** Matters: the triage steps write what they found here, and nothing that acts. */
export function connectMatters(table: Table) {
  return {
    get: async (projectId: string, id: string): Promise<Matter | undefined> => {
      const row = await table.get({ PK: projectPk(projectId), SK: matterSk(id) })
      return row && matter.parse(row)
    },
    /** The whole picture of a project, or as much of it as there is of `only`. */
    ofProject: async (projectId: string, only?: string[]): Promise<Matter[]> => {
      const PK = projectPk(projectId)
      const rows = only
        ? await table.getMany([...new Set(only)].map((id) => ({ PK, SK: matterSk(id) })))
        : await table.query(PK, { beginsWith: matterSk('') })
      return rows.map((row) => matter.parse(row))
    },
    /** Saves next versions. Throws `Conflict` when one was changed meanwhile: the step is then run again. */
    saveAll: async (matters: Matter[]): Promise<void> => {
      for (const chunk of chunksOf(matters))
        await table.write(chunk.map((next) => ({ put: matterRow(next), if: { version: next.version - 1 } })))
    },
  }
}
