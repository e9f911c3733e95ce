import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { jsonOrNothing } from '#src/adapters/sources/http.ts'

/** An append-only list of what a double was told to write. */
export type JournalLines<T> = { all: () => readonly T[]; add: (record: T) => void }

/** Kept in a JSON-lines file if one is named, and reloaded from it. `name` is for messages: "Graph". */
export function journalLines<T>(
  file: string | undefined,
  schema: z.ZodType<T>,
  name: string,
): JournalLines<T> {
  const records = file === undefined ? [] : load(file, schema, name)
  return {
    all: () => records,
    add: (record) => {
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(record)}\n`)
      records.push(record)
    },
  }
}

/** A last line that a kill cut short was never answered, so it is dropped; any other bad line is a broken file. */
function load<T>(file: string, schema: z.ZodType<T>, name: string): T[] {
  mkdirSync(dirname(file), { recursive: true })
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  truncateSync(file, Buffer.byteLength(whole))
  return whole
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      const parsed = schema.safeParse(jsonOrNothing(line))
      if (parsed.success) return parsed.data
      throw new Error(
        `${name} journal ${file}, line ${String(index + 1)} is damaged. Remove the file to start afresh.`,
      )
    })
}
