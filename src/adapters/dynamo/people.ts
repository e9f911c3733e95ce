import type { ActivityEvent } from '#src/domain/event.ts'
import { person, type Person } from '#src/domain/person.ts'
import { personSk, projectPk } from './keys.ts'
import { eventWrites } from './rows.ts'
import type { Table } from './table.ts'

/** The people register of each project. */
export function connectPeople(table: Table) {
  return {
    get: async (projectId: string, id: string): Promise<Person | undefined> => {
      const row = await table.get({ PK: projectPk(projectId), SK: personSk(id) })
      return row && person.parse(row)
    },
    getMany: async (projectId: string, ids: string[]): Promise<Person[]> => {
      const keys = [...new Set(ids)].map((id) => ({ PK: projectPk(projectId), SK: personSk(id) }))
      return (await table.getMany(keys)).map((row) => person.parse(row))
    },
    ofProject: async (projectId: string): Promise<Person[]> => {
      const rows = await table.query(projectPk(projectId), { beginsWith: personSk('') })
      return rows.map((row) => person.parse(row))
    },
    /** Throws `Conflict` when somebody else was first. */
    save: (next: Person, events: ActivityEvent[] = []): Promise<void> =>
      table.write([
        {
          put: { ...next, PK: projectPk(next.projectId), SK: personSk(next.id), type: 'person' },
          if: { version: next.version - 1 },
        },
        ...eventWrites(events),
      ]),
  }
}
