import { z } from 'zod'
import { journalLines, type JournalLines } from '#src/sandbox/vendor/journal-lines.ts'

const header = { at: z.iso.datetime(), id: z.string() }
const fields = z.record(z.string(), z.unknown())

const writeRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft'), ...header, message: fields }),
  z.object({ kind: z.literal('patch'), ...header, changes: fields }),
  z.object({ kind: z.literal('send'), ...header }),
])

/** One write that the double performed, at scenario time, always as the PM's mailbox. */
export type WriteRecord = z.infer<typeof writeRecord>
export type Journal = JournalLines<WriteRecord>

/** The journal of a mailbox's writes, over a restart if a file is named. */
export function openJournal(file: string | undefined): Journal {
  return journalLines(file, writeRecord, 'Graph')
}
