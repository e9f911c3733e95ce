import type { Act } from '#src/domain/act.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import { project, pm, type Pm, type Project } from '#src/domain/project.ts'
import { CONFIG_PK, METADATA_SK, projectPk, projectsByStatus } from './keys.ts'
import { actWrite, eventWrites } from './rows.ts'
import type { Table, Write } from './table.ts'

/** Projects, newest settings each time they are asked for: a lowered dial counts at once. */
export function connectProjects(table: Table) {
  const get = async (id: string): Promise<Project | undefined> => {
    const row = await table.get({ PK: projectPk(id), SK: METADATA_SK })
    return row && project.parse(row)
  }
  return {
    get,
    listActive: async (): Promise<Project[]> => {
      const found = await table.queryIndex('GSI1', projectsByStatus('active'))
      const rows = await table.getMany(found.map(({ PK, SK }) => ({ PK, SK })))
      const read = new Map(rows.map((row) => [row.PK, project.parse(row)]))
      return found.flatMap(({ PK }) => read.get(PK) ?? [])
    },
    /** With what happened and what it brings about, in one transaction. Throws `Conflict` when somebody else was first. */
    save: (next: Project, events: ActivityEvent[] = [], acts: Act[] = []): Promise<void> =>
      table.write([...eventWrites(events), ...acts.map(actWrite), projectWrite(next)]),
  }
}

/** The next version of a project, if the one before is still stored. */
export function projectWrite(next: Project): Write {
  const key = { PK: projectPk(next.id), SK: METADATA_SK, type: 'project' }
  const listed = { GSI1PK: projectsByStatus(next.status), GSI1SK: projectPk(next.id) }
  return { put: { ...next, ...key, ...listed }, if: { version: next.version - 1 } }
}

/** No PM is set up in this table. */
export class NotSetUp extends Error {
  override name = 'NotSetUp'
}

/** The PM's own settings, `CONFIG | PM`. */
export function connectPm(table: Table) {
  const key = { PK: CONFIG_PK, SK: 'PM' }
  return {
    /** Throws {@link NotSetUp} on an empty table. */
    get: async (): Promise<Pm> => {
      const row = await table.get(key)
      if (!row) throw new NotSetUp('This table has no PM yet: seed a scenario, or run the set-up.')
      return pm.parse(row)
    },
    save: (next: Pm, events: ActivityEvent[] = []): Promise<void> =>
      table.write([{ put: { ...next, ...key, type: 'pm' } }, ...eventWrites(events)]),
  }
}
