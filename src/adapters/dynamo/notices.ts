import { z } from 'zod'
import { instant } from '#src/domain/instant.ts'
import { GLOBAL_PK, noticeSk } from './keys.ts'
import type { Table } from './table.ts'

const notice = z.discriminatedUnion('status', [
  z.object({ status: z.literal('begun'), at: instant }),
  z.object({ status: z.literal('not_sent'), at: instant }),
  z.object({ status: z.literal('sent'), at: instant, messageId: z.string() }),
])

/** How far each mail to the PM has come: SES can't be asked. */
export function connectNotices(table: Table) {
  const key = (actId: string) => ({ PK: GLOBAL_PK, SK: noticeSk(actId) })
  return {
    get: async (actId: string) => {
      const row = await table.get(key(actId))
      return row && notice.parse(row)
    },
    put: (actId: string, next: z.infer<typeof notice>): Promise<void> =>
      table.write([{ put: { ...next, ...key(actId), type: 'notice' } }]),
  }
}
