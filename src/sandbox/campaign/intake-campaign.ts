import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { compare, told, type Row, type Told } from './compare.ts'
import { INTAKE_CASES, type IntakeCase, type Window } from './intake-cases.ts'

const run = promisify(execFile)
const PLAY = fileURLToPath(new URL('./play-faulty.ts', import.meta.url))
const SCENARIO = 'scenarios/harbour'
const MOST_OUTPUT_BYTES = 256 * 1024 * 1024

/** Plays each case beside a calm play of the same stretch. `say` hears each row as it comes. */
export async function intakeCampaign(names: string[], say: (row: Row) => void): Promise<Row[]> {
  const wanted = INTAKE_CASES.filter(({ name }) => names.length === 0 || names.includes(name))
  const calms = new Map<Window, Told>()
  const rows: Row[] = []
  for (const each of wanted) {
    const calm =
      calms.get(each.window) ?? (await playFaulty({ name: 'calm', window: each.window, faults: [] }))
    calms.set(each.window, calm)
    const row = compare(`intake: ${each.name}`, calm, await playFaulty(each), mustStrike(each))
    rows.push(row)
    say(row)
  }
  return rows
}

const mustStrike = ({ faults, kills }: IntakeCase) => (kills ? 1 : faults.length)

async function playFaulty({ window, faults, accountTimeZone, kills }: IntakeCase): Promise<Told> {
  const order = JSON.stringify({ folder: SCENARIO, ...window, faults, accountTimeZone, kills })
  const { stdout } = await run(process.execPath, ['--max-semi-space-size=8', PLAY, order], {
    maxBuffer: MOST_OUTPUT_BYTES,
  })
  return told.parse(JSON.parse(stdout))
}
