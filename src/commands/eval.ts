import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { BadScenario } from '#src/sandbox/scenario/bad-scenario.ts'
import { readScenario } from '#src/sandbox/scenario/scenario.ts'
import type { Report } from '#src/sandbox/play/report.ts'
import { scoreOf, type Score } from '#src/sandbox/play/score.ts'
import { inWords, pooled } from '#src/sandbox/play/score-words.ts'
import { readPlayEnvironment } from './play-environment.ts'

const USAGE = `npm run eval -- <scenario…> [--json]
  Plays each scenario and scores it against its expected.json.
  DIAL and MODEL as for npm run play.`

/** Exit codes of the contract: 0 every expectation met, 1 one was missed, 2 bad input. */
async function main(): Promise<number> {
  const asked = readArguments()
  if (typeof asked === 'string') return complain(asked)
  const scores: Score[] = []
  for (const folder of asked.folders) {
    const score = await scored(folder)
    if (typeof score === 'string') return complain(score)
    scores.push(score)
  }
  const result = pooled(scores)
  process.stdout.write(asked.json ? `${JSON.stringify(result)}\n` : inWords(result))
  return result.failures.length === 0 ? 0 : 1
}

type Asked = { folders: string[]; json: boolean }

function readArguments(): Asked | string {
  try {
    const { values, positionals: folders } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    })
    if (folders.length === 0) return `Name at least one scenario folder.\n${USAGE}`
    // Read here so that a wrong one is said before anything is played; the plays read it again themselves.
    readPlayEnvironment()
    return { folders, json: values.json ?? false }
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`
  }
}

async function scored(path: string): Promise<Score | string> {
  const expected = expectationOf(path)
  if (typeof expected === 'string') return expected
  // A process of its own for each: wired adapters and caches of one play must not reach into the next.
  const { stdout } = await run(process.execPath, ['--max-semi-space-size=8', PLAY, path, '--json'], {
    maxBuffer: MOST_OUTPUT_BYTES,
  })
  return scoreOf(expected, reported(stdout))
}

/** What the play printed; it is our own, so its shape is only looked at as far as a slip would show. */
function reported(stdout: string): Report {
  const played: unknown = JSON.parse(stdout)
  if (isReport(played)) return played
  throw new Error('The play did not print a report.')
}

function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'escalations' in value && 'classified' in value
}

const run = promisify(execFile)
const PLAY = fileURLToPath(new URL('./play.ts', import.meta.url))
const MOST_OUTPUT_BYTES = 256 * 1024 * 1024

function expectationOf(path: string) {
  try {
    return (
      readScenario(path).expected ?? `${path} has no expected.json, so there is nothing to score it against.`
    )
  } catch (error) {
    if (error instanceof BadScenario) return error.message
    throw error
  }
}

function complain(what: string): number {
  process.stderr.write(`${what}\n`)
  return 2
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

process.exitCode = await main()
