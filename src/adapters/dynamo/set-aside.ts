import { PM_PK, unannouncedSk } from './keys.ts'
import type { Table } from './table.ts'

/** Keeps what could not be announced, with its reason, instead of blocking the stream behind it. */
export function setAside(table: Table) {
  return ({ sequence, row }: { sequence: string; row: unknown }, why: string): Promise<void> =>
    table.write([{ put: { PK: PM_PK, SK: unannouncedSk(sequence), type: 'unannounced', row, why } }])
}
