import { z } from 'zod'
import { journalLines, type JournalLines } from '#src/sandbox/vendor/journal-lines.ts'

const writeRecord = z.object({
  kind: z.literal('comment'),
  at: z.iso.datetime(),
  taskGid: z.string(),
  gid: z.string(),
  text: z.string(),
})

/** A comment that the double took, at scenario time; its author is always the account of the token. */
export type WriteRecord = z.infer<typeof writeRecord>

export type Journal = JournalLines<WriteRecord>

/** An append-only journal, kept in a JSON-lines file if one is named, and reloaded from it. */
export function openJournal(file: string | undefined): Journal {
  return journalLines(file, writeRecord, 'Asana')
}
