import { z } from 'zod'
import { instant } from '#src/domain/instant.ts'
import type { SourceName } from '#src/domain/cycle.ts'
import { sourcePk, WAIT_SK } from './keys.ts'
import type { Table } from './table.ts'

const waitRow = z.object({ until: instant, why: z.string() })

/** Until when a source is left alone, `SOURCE#… | WAIT`: what one function was told, all others keep. */
export function connectPatience(table: Table, source: SourceName, account: string) {
  const key = { PK: sourcePk(source, account), SK: WAIT_SK }
  return {
    known: async (): Promise<{ until: Date; why: string } | undefined> => {
      const row = await table.get(key)
      if (!row) return undefined
      const { until, why } = waitRow.parse(row)
      return { until: new Date(until), why }
    },
    wait: ({ until, why }: { until: Date; why: string }): Promise<void> =>
      table.write([{ put: { ...key, type: 'wait', until: until.toISOString(), why } }]),
  }
}
