import { AS_IT_COMES, preferences, type Preferences } from '#src/domain/preferences.ts'
import { CONFIG_PK } from './keys.ts'
import type { Table } from './table.ts'

/** How the PM wants things worded and told, `CONFIG | PREFERENCES`; as they come until the PM says so. */
export function connectPreferences(table: Table) {
  const key = { PK: CONFIG_PK, SK: 'PREFERENCES' }
  return {
    get: async (): Promise<Preferences> => {
      const row = await table.get(key)
      return row ? preferences.parse(row) : AS_IT_COMES
    },
    /** Throws `Conflict` when they were changed meanwhile. */
    save: (next: Preferences): Promise<void> =>
      table.write([{ put: { ...next, ...key, type: 'preferences' }, if: { version: next.version - 1 } }]),
  }
}
