import { proof, type Proof } from '#src/domain/proof.ts'
import { GLOBAL_PK, proofSk } from './keys.ts'
import type { Table } from './table.ts'

/** What each day came to, by what stands outside. */
export function connectProofs(table: Table) {
  return {
    /** The latest day that was looked back on. */
    latest: async (): Promise<Proof | undefined> => {
      const range = { beginsWith: proofSk(''), newestFirst: true, limit: 1 }
      const [row] = await table.query(GLOBAL_PK, range)
      return row && proof.parse(row)
    },
    /** A step that is run again looks again, and says what it then finds. */
    put: (next: Proof): Promise<void> =>
      table.write([{ put: { ...next, PK: GLOBAL_PK, SK: proofSk(next.day), type: 'proof' } }]),
  }
}
