import { OPEN, privacy, type Privacy } from '#src/domain/privacy.ts'
import { CONFIG_PK } from './keys.ts'
import type { Table } from './table.ts'

/** What is never to be read, `CONFIG | PRIVACY`; nothing is excluded until the PM says so. */
export function connectPrivacy(table: Table) {
  const key = { PK: CONFIG_PK, SK: 'PRIVACY' }
  return {
    get: async (): Promise<Privacy> => {
      const row = await table.get(key)
      return row ? privacy.parse(row) : OPEN
    },
    /** Throws `Conflict` when it was changed meanwhile. */
    save: (next: Privacy): Promise<void> =>
      table.write([{ put: { ...next, ...key, type: 'privacy' }, if: { version: next.version - 1 } }]),
  }
}
