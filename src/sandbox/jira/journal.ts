import { z } from 'zod'
import { journalLines } from '#src/sandbox/vendor/journal-lines.ts'

const header = { at: z.iso.datetime(), issueId: z.string(), id: z.string() }
const status = z.object({ id: z.string(), name: z.string() })
const property = z.object({ key: z.string(), value: z.unknown() })

const writeRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('comment'), ...header, body: z.unknown(), properties: z.array(property) }),
  z.object({ kind: z.literal('commentDeleted'), ...header }),
  z.object({
    ...{ kind: z.literal('transition'), ...header, from: status, to: status },
    fields: z.record(z.string(), z.unknown()).default({}),
  }),
  z.object({
    ...{ kind: z.literal('issue'), ...header, key: z.string(), fields: z.record(z.string(), z.unknown()) },
    properties: z.array(property),
  }),
  z.object({
    ...{ kind: z.literal('edit'), ...header, fieldId: z.string(), value: z.unknown() },
    item: z.looseObject({ field: z.string() }).nullable(),
  }),
  z.object({ kind: z.literal('version'), ...header, releaseDate: z.string().nullable() }),
  z.object({ kind: z.literal('property'), ...header, value: z.unknown() }),
])

/**
 * One write that the double performed, at scenario time. `id` is the comment's, the history's, the new issue's, the version's or the
 * property's key; the author is always the account of the token. An edit without an item is the other end of a link.
 */
export type WriteRecord = z.infer<typeof writeRecord>

export type Journal = {
  all: () => readonly WriteRecord[]
  of: (issueId: string) => readonly WriteRecord[]
  add: (record: WriteRecord) => void
}

/** An append-only journal, kept in a JSON-lines file if one is named, and reloaded from it. */
export function openJournal(file: string | undefined): Journal {
  const lines = journalLines(file, writeRecord, 'Jira')
  const byIssue = new Map<string, WriteRecord[]>()
  const index = (record: WriteRecord) => {
    byIssue.set(record.issueId, [...(byIssue.get(record.issueId) ?? []), record])
  }
  lines.all().forEach(index)
  return {
    all: lines.all,
    of: (issueId) => byIssue.get(issueId) ?? [],
    add: (record) => {
      lines.add(record)
      index(record)
    },
  }
}
