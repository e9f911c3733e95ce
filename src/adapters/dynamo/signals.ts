import { z } from 'zod'
import { jiraKind } from '#src/domain/jira-kind.ts'
import { mailKind } from '#src/domain/mail.ts'
import { isUnassigned, signal, type MailSignal, type Signal } from '#src/domain/signal.ts'
import { signalsByState } from './keys.ts'
import { signalKey, signalRow } from './rows.ts'
import { chunksOf } from './chunks.ts'
import type { Table } from './table.ts'

const waiting = z.object({ id: z.string(), kind: z.union([jiraKind, mailKind]), ref: z.string() })
type Waiting = z.infer<typeof waiting>

/** Recorded signals, oldest first. */
export function connectSignals(table: Table) {
  return {
    getMany: async (ids: string[]): Promise<Signal[]> => {
      const rows = await table.getMany([...new Set(ids)].map(signalKey))
      return rows.map((row) => signal.parse(row)).sort((a, b) => a.occurredAt.localeCompare(b.occurredAt))
    },
    /** Those of these ids that are recorded already. */
    known: async (ids: string[]): Promise<Set<string>> => {
      const rows = await table.getMany([...new Set(ids)].map(signalKey))
      return new Set(rows.map((row) => String(row['id'])))
    },
    /** What earlier checks left unfinished, oldest first. */
    open: async (): Promise<Waiting[]> => {
      const rows = await table.queryIndex('GSI1', signalsByState('open'))
      return rows.map((row) => waiting.parse(row))
    },
    /** Mail that belongs to no project, newest first. */
    unassigned: async (limit: number): Promise<MailSignal[]> => {
      const found = await table.queryIndex('GSI1', signalsByState('unassigned'), { newestFirst: true, limit })
      const rows = await table.getMany(found.map(({ PK, SK }) => ({ PK, SK })))
      const mails = rows.map((row) => signal.parse(row)).filter(isUnassigned)
      return mails.sort((a, b) => b.occurredAt.localeCompare(a.occurredAt))
    },
    /** Saves next versions. Throws `Conflict` when one was changed meanwhile: the step is then run again. */
    saveAll: async (signals: Signal[]): Promise<void> => {
      for (const chunk of chunksOf(signals))
        await table.write(chunk.map((each) => ({ put: signalRow(each), if: { version: each.version - 1 } })))
    },
  }
}
