import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

type Counts = { passed: number; failed: number }
/** `say` takes what a stage prints: at once when it runs alone, in one piece when another runs beside it. */
type Say = (said: Buffer | string) => void
type Stage = { name: string; run: (say: Say) => Promise<Counts> }

const REPORTS = '.cache/reports'
/** Every stage starts many processes of the same modules; compiled once, they are kept from one run to the next. */
const COMPILED = resolve('.cache/compiled')
const BROWSER = '/usr/bin/chromium'

const FORMAT: Stage = { name: 'format', run: one('prettier', '--check', '--log-level', 'warn', '.') }
const TYPES: Stage = { name: 'types', run: one('tsc', '--noEmit') }
const LINT: Stage = { name: 'lint', run: one('eslint', '--max-warnings', '0', '.') }
const EXPORTS: Stage = { name: 'dead exports', run: one('knip') }
const BUILD: Stage = { name: 'build', run: one('node', 'src/commands/build.ts', '--if-stale') }
const UNIT: Stage = { name: 'unit', run: vitest('unit') }
const INTEGRATION: Stage = { name: 'integration', run: vitest('integration') }
const BRING: Stage = { name: 'browser', run: bringBrowser }
const CATCH_UP: Stage = { name: 'the days before the stories', run: one('node', 'tests/e2e/catch-up.ts') }
const DESKTOP: Stage = { name: 'stories at the desk', run: playwright('desktop') }
const PHONE: Stage = { name: 'stories on the phone', run: playwright('phone') }

/**
 * Everything that must hold, on this machine and in CI; installs the browser where it is missing. Lanes of one step run
 * side by side, for two cores. Integration runs alone: there, slowness could be taken for a fault. Both sizes of
 * the stories are told at once, each from a copy of the same days before.
 */
const STEPS: Stage[][][] = [
  [
    [BUILD, UNIT, EXPORTS, CATCH_UP],
    [TYPES, LINT, FORMAT, BRING],
  ],
  [[INTEGRATION]],
  [[DESKTOP], [PHONE]],
]

async function main(): Promise<number> {
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  const total: Counts = { passed: 0, failed: 0 }
  for (const lanes of STEPS) {
    const counts = await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1)))
    for (const { passed, failed } of counts.flat()) {
      total.passed += passed
      total.failed += failed
    }
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
  return total.failed === 0 ? 0 : 1
}

async function runLane(lane: Stage[], alone: boolean): Promise<Counts[]> {
  const counts: Counts[] = []
  for (const { name, run } of lane) {
    const kept: Buffer[] = []
    if (alone) process.stdout.write(`\n— ${name}\n`)
    const say: Say = alone ? (said) => process.stdout.write(said) : (said) => kept.push(Buffer.from(said))
    const started = Date.now()
    const { passed, failed } = await run(say)
    counts.push({ passed, failed })
    const took = `${name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s)\n`
    process.stdout.write(alone ? took : `\n— ${name}\n${Buffer.concat(kept).toString()}${took}`)
  }
  return counts
}

/** A tool that passes or fails as one. */
function one(command: string, ...args: string[]): Stage['run'] {
  return async (say) =>
    (await run(say, command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
})

function vitest(project: string): Stage['run'] {
  const file = `${REPORTS}/vitest-${project}.json`
  const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile', file]
  return async (say) => {
    const code = await run(say, 'vitest', ['run', '--project', project, ...reporters])
    const report = readReport(file, vitestReport)
    if (!report) return { passed: 0, failed: 1 }
    const failed = report.numFailedTests
    return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
  }
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

function playwright(size: string): Stage['run'] {
  const file = `${REPORTS}/playwright-${size}.json`
  const args = ['test', '--reporter', 'list,json', '--output', `test-results/${size}`]
  return async (say) => {
    const code = await run(say, 'playwright', args, {
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      STORY_SIZE: size,
      CAUGHT_UP: '1',
    })
    const report = readReport(file, playwrightReport)
    if (!report) return { passed: 0, failed: 1 }
    const failed = report.stats.unexpected + report.stats.flaky
    return { passed: report.stats.expected, failed: failed === 0 && code !== 0 ? 1 : failed }
  }
}

/** Debian's chromium, by its package manager; elsewhere the browser that Playwright brings. */
async function bringBrowser(say: Say): Promise<Counts> {
  if (existsSync(BROWSER)) return { passed: 1, failed: 0 }
  if (!existsSync('/usr/bin/apt-get')) return one('playwright', 'install', 'chromium')(say)
  await run(say, 'apt-get', ['update', '-qq'])
  return one('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium')(say)
}

function run(say: Say, command: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...env },
  })
  child.stdout.on('data', say)
  child.stderr.on('data', say)
  return new Promise((done) => {
    child.once('error', (error) => {
      say(`${command} could not be started: ${error.message}\n`)
      done(1)
    })
    child.once('close', (code) => done(code ?? 1))
  })
}

/** A report that is missing or unreadable counts as a failure of its stage. */
function readReport<T>(file: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(file)) return undefined
  const report = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  return report.success ? report.data : undefined
}

process.exitCode = await main()
