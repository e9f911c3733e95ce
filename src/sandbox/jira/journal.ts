import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const header = { at: z.iso.datetime(), issueId: z.string(), id: z.string() }
const status = z.object({ id: z.string(), name: z.string() })
const property = z.object({ key: z.string(), value: z.unknown() })

const writeRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('comment'), ...header, body: z.unknown(), properties: z.array(property) }),
  z.object({ kind: z.literal('commentDeleted'), ...header }),
  z.object({ kind: z.literal('transition'), ...header, from: status, to: status }),
  z.object({ kind: z.literal('property'), ...header, value: z.unknown() }),
])

/**
 * One write that the double performed, at scenario time. `id` is the comment's, the history's or the property's key; the
 * author is always the account of the token.
 */
export type WriteRecord = z.infer<typeof writeRecord>

export type Journal = {
  all: () => readonly WriteRecord[]
  of: (issueId: string) => readonly WriteRecord[]
  add: (record: WriteRecord) => void
}

/** An append-only journal, kept in a JSON-lines file if one is named, and reloaded from it. */
export function openJournal(file: string | undefined): Journal {
  const records = file === undefined ? [] : load(file)
  const byIssue = new Map<string, WriteRecord[]>()
  const index = (record: WriteRecord) => {
    byIssue.set(record.issueId, [...(byIssue.get(record.issueId) ?? []), record])
  }
  records.forEach(index)
  return {
    all: () => records,
    of: (issueId) => byIssue.get(issueId) ?? [],
    add: (record) => {
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(record)}\n`)
      records.push(record)
      index(record)
    },
  }
}

/** A last line that a kill cut short was never answered, so it is dropped; any other bad line is a broken file. */
function load(file: string): WriteRecord[] {
  mkdirSync(dirname(file), { recursive: true })
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  truncateSync(file, Buffer.byteLength(whole))
  return whole
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      const parsed = writeRecord.safeParse(parseLine(line))
      if (parsed.success) return parsed.data
      throw new Error(
        `Jira journal ${file}, line ${String(index + 1)} is damaged. Remove the file to start afresh.`,
      )
    })
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
