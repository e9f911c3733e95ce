import type { Act } from '#src/domain/act.ts'
import { escalation, type Escalation } from '#src/domain/escalation.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import type { Memory } from '#src/domain/memory.ts'
import { DUE_BUSINESS, escalationSk, escalationsByStatus, memorySk, projectPk } from './keys.ts'
import { actRow, citeWrites, escalationRow, eventWrites, memoryRow } from './rows.ts'
import type { Table, Write } from './table.ts'

/** More than anybody has waiting at once; the oldest wait longest, so none of them may fall off a list. */
const MOST = 500

/** What is written together with an escalation, all or nothing. */
export type WithEscalation = {
  acts?: Act[]
  events: ActivityEvent[]
  cites?: string[]
  /** What is learned from how it was answered, and ids of what no longer holds. */
  learned?: Memory[]
  unlearned?: string[]
  /** Those whose place it takes, each as it is left. */
  replaces?: Escalation[]
}

/** Decisions asked of the PM. Writes throw `Conflict` when somebody else was first. */
export function connectEscalations(table: Table) {
  const save = (next: Escalation, also: WithEscalation): Write[] => [
    ...[next, ...(also.replaces ?? [])].map((each): Write => ({
      put: escalationRow(each),
      if: { version: each.version - 1 },
    })),
    ...(also.acts ?? []).map((each): Write => ({ put: actRow(each), if: { version: each.version - 1 } })),
    ...(also.learned ?? []).map((each): Write => ({ put: memoryRow(each) })),
    ...(also.unlearned ?? []).map((id): Write => ({
      remove: { PK: projectPk(next.projectId), SK: memorySk(id) },
    })),
    ...eventWrites(also.events),
    ...citeWrites(also.cites ?? []),
  ]
  return {
    get: async (projectId: string, id: string): Promise<Escalation | undefined> => {
      const row = await table.get({ PK: projectPk(projectId), SK: escalationSk(id) })
      return row && escalation.parse(row)
    },
    /** Newest first, whole rows: the index suggests, the base decides. */
    list: async (status: Escalation['status'], limit = MOST): Promise<Escalation[]> => {
      const found = await table.queryIndex('GSI1', escalationsByStatus(status), { newestFirst: true, limit })
      const rows = await table.getMany(found.map(({ PK, SK }) => ({ PK, SK })))
      return rows
        .map((row) => escalation.parse(row))
        .filter((each) => each.status === status)
        .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    },
    /** Every one of a project, whatever became of it. */
    ofProject: async (projectId: string): Promise<Escalation[]> => {
      const rows = await table.query(projectPk(projectId), { beginsWith: escalationSk('') })
      return rows.map((row) => escalation.parse(row))
    },
    /** Waiting ones whose time is up. */
    due: async (now: Date): Promise<Escalation[]> => {
      const found = await table.queryIndex('GSI2', DUE_BUSINESS, { upTo: `${now.toISOString()}~` })
      const rows = await table.getMany(
        found.filter((row) => row.type === 'escalation').map(({ PK, SK }) => ({ PK, SK })),
      )
      return rows.map((row) => escalation.parse(row))
    },
    /** One transaction: the escalation's next version, its acts, what happened, and what it cites. */
    save: (next: Escalation, also: WithEscalation) => table.write(save(next, also)),
  }
}
