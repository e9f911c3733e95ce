import { z } from 'zod'
import type { SourceName } from '#src/domain/cycle.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Signal } from '#src/domain/signal.ts'
import { chunksOf } from './chunks.ts'
import { rereadSk, sourcePk } from './keys.ts'
import { matterRow, signalRow } from './rows.ts'
import type { Table, Write } from './table.ts'

/** Mail of no project that the PM has given to one: its thread is read again, with the bodies that were not kept. */
export function connectRereads(table: Table, source: SourceName, account: string) {
  const PK = sourcePk(source, account)
  return {
    /** Conversations that the PM has given to a project and that are to be read again, with their bodies. */
    rereads: async (): Promise<string[]> => {
      const rows = await table.query(PK, { beginsWith: rereadSk('') })
      return rows.map((row) => z.string().parse(row['conversationId']))
    },
    /** Asks for one, with the matter it will join, in one transaction. Throws `Conflict` when the matter was changed meanwhile. */
    askReread: (conversationId: string, joined: Matter): Promise<void> =>
      table.write([
        { put: { PK, SK: rereadSk(conversationId), type: 'reread', conversationId } },
        { put: matterRow(joined), if: { version: joined.version - 1 } },
      ]),
    /** Its mails as they were read again: new ones, and next versions of known ones. Throws `Conflict`. */
    saveReread: async (conversationId: string, mails: Signal[]): Promise<void> => {
      const chunks = chunksOf(mails)
      const last = chunks.pop() ?? []
      const put = (each: Signal): Write => ({ put: signalRow(each), if: { version: each.version - 1 } })
      for (const chunk of chunks) await table.write(chunk.map(put))
      await table.write([...last.map(put), { remove: { PK, SK: rereadSk(conversationId) } }])
    },
  }
}
