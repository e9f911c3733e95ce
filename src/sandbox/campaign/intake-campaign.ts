import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { compare, type Row } from './compare.ts'
import { fewAtOnce } from './few-at-once.ts'
import { faultsOf, type IntakeCase } from './intake-cases.ts'
import { told, type Told } from './told.ts'
import { openWorld } from './worlds.ts'

const run = promisify(execFile)
const PLAY = fileURLToPath(new URL('./play-faulty.ts', import.meta.url))
const MOST_OUTPUT_BYTES = 256 * 1024 * 1024

/** A play waits for its database half the time. */
const AT_ONCE = 2

/** Plays each case beside a calm play of the same stretch. `say` hears each row as it comes. */
export async function intakeCampaign(cases: IntakeCase[], say: (row: Row) => void): Promise<Row[]> {
  const inTurn = fewAtOnce(AT_ONCE)
  const calms = new Map<string, Promise<Told>>()
  const calmOf = (world: IntakeCase['world']) => {
    const name = JSON.stringify(world)
    const known = calms.get(name) ?? inTurn(() => playFaulty({ name: 'calm', world, faults: [] }))
    calms.set(name, known)
    return known
  }
  const rowOf = async (each: IntakeCase) => {
    const [calm, faulty] = await Promise.all([calmOf(each.world), inTurn(() => playFaulty(each))])
    const row = compare(each, openWorld(each.world), calm, faulty)
    say(row)
    return row
  }
  return await Promise.all(cases.map(rowOf))
}

async function playFaulty(asked: IntakeCase): Promise<Told> {
  const { world, accountTimeZone, kills } = asked
  const order = JSON.stringify({ world, faults: faultsOf(asked), accountTimeZone, kills })
  const { stdout } = await run(process.execPath, ['--max-semi-space-size=8', PLAY, order], {
    maxBuffer: MOST_OUTPUT_BYTES,
  })
  return told.parse(JSON.parse(stdout))
}
