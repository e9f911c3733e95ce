import { z } from 'zod'
import { cyclePk, pageSk } from './keys.ts'
import type { Table } from './table.ts'

const page = z.object({ ids: z.array(z.string()), again: z.array(z.string()) })

/** What a check works through, page by page; read consistently, so a step never misses its work. */
export function connectPages(table: Table) {
  return {
    save: (slot: string, number: number, content: z.infer<typeof page>): Promise<void> =>
      table.write([{ put: { PK: cyclePk(slot), SK: pageSk(number), type: 'page', ...content } }]),
    /** `ids` of signals; `again`: projects to look at again although nothing new was recorded about them. */
    get: async (slot: string, number: number): Promise<z.infer<typeof page>> => {
      const row = await table.get({ PK: cyclePk(slot), SK: pageSk(number) })
      return row ? page.parse(row) : { ids: [], again: [] }
    },
  }
}
