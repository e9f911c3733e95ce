import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as yielded, setTimeout as sleep } from 'node:timers/promises'
import { connectTable, type Table } from '#src/adapters/dynamo/table.ts'
import { rereadEnv } from '#src/adapters/env.ts'
import { localEnvironment } from '#src/adapters/local-environment.ts'
import { createTable } from '#src/sandbox/cloud/create-table.ts'
import { startDatabase } from '#src/sandbox/cloud/dynoxide.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { memoryTable } from '#src/sandbox/replay/memory-table.ts'
import type { CampaignRow } from '../campaign-row.ts'
import { randomFrom } from '../random.ts'
import { openRaceDesk, type RaceDesk } from './race-desk.ts'
import { RACES, type Race } from './races.ts'

/** How often each side won: a race that one side always wins is none. */
export type RaceRow = CampaignRow & { firstWon: number; secondWon: number }
/** `memory`: races of each kind on the table in memory; `store`: on the local database. */
export type RaceOrder = { seed: number; memory: number; store: number }

/** Neither side always begins, nor do their requests always meet in the same order: turns of the event loop, and ms. */
const MOST_HEAD_START = { turns: 12, ms: 40 }
const MOST_TURNS = 3
/** A race leaves rows behind, and a reader of a project reads them all. */
const RACES_ON_A_TABLE = 50

type Lots = ReturnType<typeof randomFrom>
type Open = () => Promise<RaceDesk>
/** Lets the other side begin. */
type Wait = () => Promise<unknown>

/** Lets two at the same thing, many times: exactly one of them must have had it. `names`: which races; none: all. */
export async function raceCampaign(
  names: string[],
  say: (row: RaceRow) => void,
  order: RaceOrder,
): Promise<RaceRow[]> {
  const lots = randomFrom(order.seed)
  const races = RACES.filter(({ name }) => names.length === 0 || names.includes(name))
  const rows: RaceRow[] = []
  const told = async (race: Race, course: Omit<Course, 'lots'>) => {
    if (course.times === 0) return
    const row = await raced(race, { ...course, lots })
    say(row)
    rows.push(row)
  }
  const inMemory = {
    ...{ where: 'in memory', times: order.memory, wait: () => turns(lots.below(MOST_HEAD_START.turns)) },
    open: () => openRaceDesk(atLeisure(memoryTable(), lots)),
  }
  for (const race of races) await told(race, inMemory)
  if (order.store === 0) return rows
  const onDisk = { where: 'on the local database', times: order.store }
  const wait = () => sleep(lots.below(MOST_HEAD_START.ms))
  await onStore(async (open) => {
    for (const race of races) await told(race, { ...onDisk, wait, open })
  })
  return rows
}

type Course = { where: string; times: number; open: Open; wait: Wait; lots: Lots }

async function raced(race: Race, { where, times, open, wait, lots }: Course): Promise<RaceRow> {
  const won = { first: 0, second: 0, both: 0, neither: 0 }
  let desk = await open()
  for (let n = 0; n < times; n++) {
    if (n % RACES_ON_A_TABLE === 0) desk = await open()
    const id = `${race.name}-${n}`
    const [first, second] = await race.pose(desk, id)
    const sides = lots.below(2) === 0 ? [first, second] : [second, first]
    // Who comes second is refused, in whatever words.
    await Promise.allSettled(sides.map((side, n) => (n === 0 ? side() : wait().then(side))))
    won[await race.outcome(desk, id)] += 1
  }
  const notMet = (['first', 'second'] as const).filter((side) => times >= 100 && won[side] === 0)
  return {
    ...{ fault: `${race.fault}, ${where}`, runs: times, struck: times, signalsLost: 0, signalsDoubled: 0 },
    ...{ actsDoubled: won.both, actsLost: won.neither, actsOutsideBoundary: 0, actsEarly: 0 },
    ...{ firstWon: won.first, secondWon: won.second, notMet: notMet.map((side) => `the ${side} side wins`) },
  }
}

async function turns(count: number): Promise<void> {
  for (let left = count; left > 0; left--) await yielded()
}

/** The same table, in whose answers others can come between. */
function atLeisure(table: Table, lots: Lots): Table {
  const after = async <T>(work: () => Promise<T>): Promise<T> => {
    await turns(lots.below(MOST_TURNS + 1))
    return await work()
  }
  return {
    get: (key) => after(() => table.get(key)),
    getMany: (keys) => after(() => table.getMany(keys)),
    query: (pk, range) => after(() => table.query(pk, range)),
    queryIndex: (index, pk, range) => after(() => table.queryIndex(index, pk, range)),
    write: (writes) => after(() => table.write(writes)),
  }
}

/** The database of `npm run dev`, with a new table for each course. */
async function onStore(work: (open: Open) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pm-races-'))
  const ports = await freePorts()
  const database = await startDatabase({ port: ports.database })
  let tables = 0
  try {
    await work(async () => {
      const here = localEnvironment(ports, join(folder, 'no-clock.json'))
      const APP_TABLE = `races-${tables++}`
      Object.assign(process.env, here, { APP_TABLE })
      rereadEnv()
      await createTable(database.endpoint, APP_TABLE)
      return await openRaceDesk(connectTable())
    })
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
