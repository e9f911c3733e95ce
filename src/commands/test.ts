import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

type Stage = { name: string; run: () => { passed: number; failed: number } }
type Counts = { passed: number; failed: number }

const REPORTS = '.cache/reports'
const BROWSER = '/usr/bin/chromium'

/** Everything that must hold, on this machine and in CI; installs the browser where it is missing. */
const STAGES: Stage[] = [
  { name: 'format', run: () => one('prettier', '--check', '--log-level', 'warn', '.') },
  { name: 'types', run: () => one('tsc', '--noEmit') },
  { name: 'lint', run: () => one('eslint', '--max-warnings', '0', '.') },
  { name: 'dead exports', run: () => one('knip') },
  { name: 'build', run: () => one('node', 'src/commands/build.ts', '--if-stale') },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'integration', run: () => vitest('integration') },
  { name: 'browser', run: bringBrowser },
  { name: 'stories', run: playwright },
]

function main(): number {
  mkdirSync(REPORTS, { recursive: true })
  const total: Counts = { passed: 0, failed: 0 }
  for (const { name, run } of STAGES) {
    process.stdout.write(`\n— ${name}\n`)
    const started = Date.now()
    const { passed, failed } = run()
    total.passed += passed
    total.failed += failed
    process.stdout.write(
      `${name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s)\n`,
    )
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
  return total.failed === 0 ? 0 : 1
}

/** A tool that passes or fails as one. */
function one(command: string, ...args: string[]): Counts {
  return run(command, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
})

function vitest(project: string): Counts {
  const file = `${REPORTS}/vitest-${project}.json`
  const code = run('vitest', [
    'run',
    '--project',
    project,
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile',
    file,
  ])
  const report = readReport(file, vitestReport)
  if (!report) return { passed: 0, failed: 1 }
  const failed = report.numFailedTests
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

function playwright(): Counts {
  const file = `${REPORTS}/playwright.json`
  const code = run('playwright', ['test', '--reporter', 'list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  const report = readReport(file, playwrightReport)
  if (!report) return { passed: 0, failed: 1 }
  const failed = report.stats.unexpected + report.stats.flaky
  return { passed: report.stats.expected, failed: failed === 0 && code !== 0 ? 1 : failed }
}

/** Debian's chromium, by its package manager; elsewhere the browser that Playwright brings. */
function bringBrowser(): Counts {
  if (existsSync(BROWSER)) return { passed: 1, failed: 0 }
  if (!existsSync('/usr/bin/apt-get')) return one('playwright', 'install', 'chromium')
  run('apt-get', ['update', '-qq'])
  return one('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium')
}

function run(command: string, args: string[], env: Record<string, string> = {}): number {
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  if (error) process.stderr.write(`${command} could not be started: ${error.message}\n`)
  return status ?? 1
}

/** A report that is missing or unreadable counts as a failure of its stage. */
function readReport<T>(file: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(file)) return undefined
  const report = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  return report.success ? report.data : undefined
}

process.exitCode = main()
