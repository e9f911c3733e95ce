import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addHours } from 'date-fns/addHours'
import { addSeconds } from 'date-fns/addSeconds'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { aProject, emptyWorld } from '#src/sandbox/campaign/crowd.ts'
import { detectAndNormalise } from '#src/sandbox/campaign/detect-and-normalise.ts'
import { anIssue } from '#src/sandbox/campaign/vendor-records.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { WorkerPool } from '#src/sandbox/cloud/worker-pool.ts'
import { allSignals } from '#src/sandbox/play/report.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'

const START = new Date('2026-03-02T01:00:00Z')
const FLOODED = addHours(START, 8)
/** Seventeen pages of the first project, and after all of them two of each of the others. */
const COUNTS = { PA: 840, PB: 60, PC: 60 }
const PAGE = 50
/** Where a read begins once it is known how far it had come: two minutes earlier, and so many changes lie in them. */
const OVERLAP = 6
const scenario = floodedScenario()

let cloud: Cloud
let workers: WorkerPool | undefined
let pages = 0
const folder = mkdtempSync(join(tmpdir(), 'pm-lanes-'))
const { fetch: real } = globalThis

beforeAll(async () => {
  const local = inProcess()
  cloud = await startCloud({
    ...{ scenario, folder, ports: await freePorts(), startAt: START, model: 'none' },
    functions: (env) => {
      const pool = new WorkerPool(env, () => undefined)
      workers = pool
      return { invoke: (...call) => (workers ? pool.invoke(...call) : local(...call)), close: pool.close }
    },
    ...{ forgetful: true, log: () => undefined },
  })
  globalThis.fetch = async (input, init) => {
    if (String(input).endsWith('/search/jql')) pages += 1
    return await real(input, init)
  }
})
afterAll(async () => {
  globalThis.fetch = real
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a flood of one project starves no other, and a worker that dies in it is followed by one that goes on there', async () => {
  await detectAndNormalise(cloud, scenario, START)
  expect(await moved()).toEqual({})

  // A page is four requests: this is well in the turns that follow the first ten pages.
  workers?.killNext('detect-changes', 'after:POST /search/jql+76')
  await expect(detectAndNormalise(cloud, scenario, FLOODED)).rejects.toThrow('The worker ended')
  const atDeath = await moved()
  const { PA = 0, PB = 0, PC = 0 } = atDeath
  expect(PA).toBeGreaterThan(10 * PAGE)
  expect(PA).toBeLessThan(COUNTS.PA)
  expect({ PB, PC }).toEqual({ PB: COUNTS.PB, PC: COUNTS.PC })
  const { cursor = null } = (await checkpoint()) ?? {}
  expect(Object.keys(JSON.parse(cursor ?? '{}')).sort()).toEqual(Object.keys(COUNTS))

  workers = undefined
  const { readings } = await detectAndNormalise(cloud, scenario, FLOODED)
  const left = COUNTS.PA + COUNTS.PB + COUNTS.PC - PA - PB - PC
  expect(readings).toMatchObject([{ ok: true, changed: left }])
  expect(await moved()).toEqual(COUNTS)
  // What is left of the first project, and a look at each of the others.
  expect(pages).toBeLessThanOrEqual(Math.ceil((left + OVERLAP) / PAGE) + 2)
  expect(await checkpoint()).toMatchObject({ cursor: null, readUpTo: FLOODED.toISOString() })
})

const checkpoint = () => connectIntake(cloud.table, 'jira', '127.0.0.1').checkpoint()

/** How many tickets' moves are recorded of each project. */
async function moved(): Promise<Record<string, number>> {
  const signals = await allSignals(cloud.table, { source: 'jira', account: '127.0.0.1' })
  const moves = signals.filter(({ kind }) => kind === 'status')
  const byProject = Map.groupBy(moves, ({ ref }) => ref.split('-')[0] ?? '')
  return Object.fromEntries([...byProject].map(([key, all]) => [key, all.length]))
}

function floodedScenario(): Scenario {
  const keys = Object.entries(COUNTS).flatMap(([key, count]) => Array.from({ length: count }, () => key))
  return {
    ...emptyWorld('lanes', START, addHours(START, 12), 'Europe/London'),
    projects: Object.keys(COUNTS).map((key) => aProject(key)),
    issues: keys.map((key, n) =>
      anIssue(n, `${key}-${n + 1}`, [{ at: addSeconds(START, 900 + n * 20), what: 'moved' }]),
    ),
  }
}
