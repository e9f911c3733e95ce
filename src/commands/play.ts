import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BadScenario } from '#src/sandbox/scenario/bad-scenario.ts'
import { readScenario, type Scenario } from '#src/sandbox/scenario/scenario.ts'
import { playScenario } from '#src/sandbox/play/play-scenario.ts'
import { replayScenario } from '#src/sandbox/play/replay-scenario.ts'
import type { Report } from '#src/sandbox/play/report.ts'
import { readPrompts, type Settings } from '#src/sandbox/replay/settings.ts'
import { readPlayEnvironment } from './play-environment.ts'
import { replayedInWords } from './replayed-in-words.ts'

const USAGE = `npm run play -- <scenario> [--json] [--db folder] [--every-tick | --replay]
  DIAL=monitoring|artefact|tactical overrides the scenario's dial; MODEL=none|double|gullible|anthropic says who is asked.
  With --replay what was stored is run again under these, and under RUNG=normal|fewerSonnet|halfHourly|haikuOnly|rulesOnly
  and PROMPTS=file ({ "classify": { "version", "system" } }); left out, as it was.`

/** Exit codes of the contract: 0 ran, 2 bad input. */
async function main(): Promise<number> {
  const options = readArguments()
  if (typeof options === 'string') return complain(options)
  const scenario = read(options.folder)
  if (typeof scenario === 'string') return complain(scenario)
  const folder = options.db === undefined ? forgottenAtExit() : resolve(options.db)
  const { everyTick, dial, model, settings } = options
  const common = { scenario, folder, forgetful: options.db === undefined, log }
  if (settings) {
    const replayed = await replayScenario({ ...common, settings })
    process.stdout.write(options.json ? `${JSON.stringify(replayed)}\n` : replayedInWords(replayed))
    return 0
  }
  const played = await playScenario({ ...common, everyTick, dial, model })
  process.stdout.write(options.json ? `${JSON.stringify(played)}\n` : inWords(played))
  return 0
}

function log(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** A folder that goes with this process, however it ends: `finally` would miss a signal and an uncaught error. */
function forgottenAtExit(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pm-play-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...{ json: { type: 'boolean' }, db: { type: 'string' } },
        ...{ 'every-tick': { type: 'boolean' }, replay: { type: 'boolean' } },
      },
    })
    const [folder, ...more] = positionals
    if (!folder || more.length > 0) return `Name one scenario folder.\n${USAGE}`
    const everyTick = values['every-tick'] ?? false
    const { dial, model, rung, promptsFile } = readPlayEnvironment()
    const isReplay = values.replay ?? false
    if (!isReplay && (rung ?? promptsFile) !== undefined)
      return `RUNG and PROMPTS go with --replay.\n${USAGE}`
    if (isReplay && everyTick) return `A replay runs the checks that were stored.\n${USAGE}`
    const prompts = promptsFile === undefined ? undefined : readPrompts(promptsFile)
    const settings: Settings | null = isReplay ? { dial, model, rung, prompts } : null
    return { folder, json: values.json ?? false, db: values.db, everyTick, dial, model, settings }
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`
  }
}

function read(folder: string): Scenario | string {
  try {
    return readScenario(folder)
  } catch (error) {
    if (error instanceof BadScenario) return error.message
    throw error
  }
}

function complain(what: string): number {
  process.stderr.write(`${what}\n`)
  return 2
}

function inWords(played: Report): string {
  const lines = [
    `${played.scenario}: ${played.cycles} checks, ${played.quietSkipped} quiet ones skipped`,
    `${played.signals.recorded} changes recorded`,
    ...played.escalations.map((each) => `  needs you  ${each.raisedAt}  ${each.title} (${each.status})`),
    ...played.acts.map((each) => `  act        ${each.kind} ${each.ref}: ${each.fate} ${each.receipt ?? ''}`),
    ...played.artefacts.map((each) => `  document   ${each.project} ${each.type} v${each.version}`),
    ...played.blind.map(
      (each) => `  blind      ${each.source} ${each.from} to ${each.to ?? 'now'}: ${each.reason}`,
    ),
    `${played.tableWrites} items written, ${played.modelCalls} model calls`,
  ]
  return `${lines.join('\n')}\n`
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

process.exitCode = await main()
