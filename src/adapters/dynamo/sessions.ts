import { session, type Session } from '#src/domain/session.ts'
import { PM_PK, sessionSk } from './keys.ts'
import type { Table } from './table.ts'

/** Signed-in browsers, each a row that can be revoked. */
export function connectSessions(table: Table) {
  return {
    get: async (id: string): Promise<Session | undefined> => {
      const row = await table.get({ PK: PM_PK, SK: sessionSk(id) })
      return row && session.parse(row)
    },
    list: async (): Promise<Session[]> => {
      const rows = await table.query(PM_PK, { beginsWith: sessionSk('') })
      return rows.map((row) => session.parse(row))
    },
    /** Writes the session's next version. Throws `Conflict` when another request was first. */
    save: (next: Session): Promise<void> =>
      table.write([
        {
          put: {
            ...next,
            PK: PM_PK,
            SK: sessionSk(next.id),
            type: 'session',
            expiresAt: Math.ceil(Date.parse(next.expiresAtIso) / 1000),
          },
          if: { version: next.version - 1 },
        },
      ]),
  }
}
