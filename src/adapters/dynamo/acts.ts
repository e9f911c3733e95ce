import { act, type Act } from '#src/domain/act.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import { actSk, actsByStatus, actsPk, DUE_BUSINESS, DUE_REAL, permitSk } from './keys.ts'
import { actWrite, citeWrites, eventWrites } from './rows.ts'
import type { Key, Row, Table, Write } from './table.ts'

export type WithAct = { events: ActivityEvent[]; cites?: string[]; claim?: boolean; marks?: Act[] }

/** Acts and their permits. Writes throw `Conflict` when somebody else was first. */
export function connectActs(table: Table) {
  const readAll = async (keys: Key[]): Promise<Act[]> =>
    (await table.getMany(keys)).map((row) => act.parse(row))
  const keyOf = (projectId: string, id: string): Key => ({ PK: actsPk(projectId), SK: actSk(id) })
  return {
    get: async (projectId: string, id: string): Promise<Act | undefined> =>
      (await readAll([keyOf(projectId, id)]))[0],
    getMany: (projectId: string, ids: string[]) => readAll(ids.map((id) => keyOf(projectId, id))),
    /** Newest first. */
    list: async (status: Act['status'], limit = 500): Promise<Act[]> => {
      const found = await table.queryIndex('GSI1', actsByStatus(status), { newestFirst: true, limit })
      const acts = await readAll(found.map(toKey))
      return acts
        .filter((each) => each.status === status)
        .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    },
    /** Newest first. */
    ofProject: (projectId: string, limit = 100): Promise<Act[]> => newestOf(table, projectId, limit),
    /**
     * One transaction: the act's next version and its events. `claim` also writes its permit, which can be
     * there only once per attempt: whoever comes second gets `Conflict`.
     */
    save: (next: Act, also: WithAct): Promise<void> =>
      table.write([
        actWrite(next),
        ...(also.claim ? [permitOf(next)] : []),
        ...(also.marks ?? []).map(actWrite),
        ...eventWrites(also.events),
        ...citeWrites(also.cites ?? []),
      ]),
    /** Whether a permit was ever written for an act. */
    hasPermit: async (projectId: string, id: string): Promise<boolean> =>
      (await table.query(actsPk(projectId), { beginsWith: permitSk(`${id}#`), limit: 1 })).length > 0,
    isPermitUsed: async (projectId: string, id: string, attempt: number): Promise<boolean> =>
      (await table.get({ PK: actsPk(projectId), SK: permitSk(`${id}#${attempt}`) })) !== undefined,
    /** Acts of the same decision that wait for this one. */
    followers: async (of: Act): Promise<Act[]> =>
      (await newestOf(table, of.projectId)).filter((each) => each.after === of.id),
    /** Acts whose time has come, in business time (holds, expiries) or in real time (undo, leases). */
    due: async (businessNow: Date, realNow: Date): Promise<Act[]> => {
      const rows = [
        ...(await table.queryIndex('GSI2', DUE_REAL, { upTo: `${realNow.toISOString()}~` })),
        ...(await table.queryIndex('GSI2', DUE_BUSINESS, { upTo: `${businessNow.toISOString()}~` })),
      ]
      return readAll(rows.filter((row) => row.type === 'act').map(toKey))
    },
  }
}

const toKey = ({ PK, SK }: Row): Key => ({ PK, SK })

async function newestOf(table: Table, projectId: string, limit = 100): Promise<Act[]> {
  const rows = await table.query(actsPk(projectId), { beginsWith: actSk(''), newestFirst: true, limit })
  return rows.map((row) => act.parse(row))
}

function permitOf(claimed: Act): Write {
  const attempt = claimed.status === 'executing' ? claimed.lease.attempt : 0
  const SK = permitSk(`${claimed.id}#${attempt}`)
  const put = { PK: actsPk(claimed.projectId), SK, type: 'permit', actId: claimed.id, at: claimed.updatedAt }
  return { put, if: 'absent' }
}
