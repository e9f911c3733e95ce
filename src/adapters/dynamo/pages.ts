import { z } from 'zod'
import { cyclePk, pageSk } from './keys.ts'
import type { Table } from './table.ts'

const page = z.object({ ids: z.array(z.string()) })

/** The pages of signal ids that a check works through; read consistently, so a step never misses its work. */
export function connectPages(table: Table) {
  return {
    save: (slot: string, number: number, ids: string[]): Promise<void> =>
      table.write([{ put: { PK: cyclePk(slot), SK: pageSk(number), type: 'page', ids } }]),
    get: async (slot: string, number: number): Promise<string[]> => {
      const row = await table.get({ PK: cyclePk(slot), SK: pageSk(number) })
      return row ? page.parse(row).ids : []
    },
  }
}
