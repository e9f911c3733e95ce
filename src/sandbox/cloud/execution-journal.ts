import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** An older execution is never asked for again: its slot lies far behind the agent's sign of life. */
const NEWEST = 500

const execution = z.object({ name: z.string(), status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED']) })
export type Execution = z.infer<typeof execution>

export type ExecutionJournal = {
  /** Those that had ended before, oldest first. */
  ended: Execution[]
  append(ended: Execution): void
}

/** One line for each execution that ended, so that no name starts twice; cut to the newest 500. Without a file: nothing. */
export function openExecutionJournal(file: string | undefined): ExecutionJournal {
  if (file === undefined) return { ended: [], append: () => undefined }
  const ended = read(file).slice(-NEWEST)
  writeFileSync(file, ended.map(lineOf).join(''))
  return { ended, append: (each) => appendFileSync(file, lineOf(each)) }
}

function read(file: string): Execution[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').split('\n').flatMap(readLine)
}

/** A process that is killed may leave half a line; that execution counts as not ended. */
function readLine(line: string): Execution[] {
  try {
    return [execution.parse(JSON.parse(line))]
  } catch {
    return []
  }
}

function lineOf({ name, status }: Execution): string {
  return `${JSON.stringify({ name, status })}\n`
}
