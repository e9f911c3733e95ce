import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { connectTable, type Table } from '#src/adapters/dynamo/table.ts'
import { rereadEnv } from '#src/adapters/env.ts'
import { benchLine, type Bench } from '#src/sandbox/campaign/bench.ts'
import { createTable } from '#src/sandbox/cloud/create-table.ts'
import { startDatabase } from '#src/sandbox/cloud/dynoxide.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { fakeTable } from '../fakes/table.ts'
import { NINE } from '../fixtures/desk.ts'
import { instantModel } from './instant-model.ts'
import { ourCheck } from './our-check.ts'
import { ASKED_EVERY, checksOf, projects, SIGNALS, WARM_UP, warmUp } from './thousand-signals.ts'

/** A program: what a thousand signals cost in time besides the model, ours and LangGraph's, and prints the lines of it. */
const run = promisify(execFile)
const PEER = fileURLToPath(new URL('./langgraph-peer.js', import.meta.url))
const FOLDER = resolve('.cache/langgraph')
const VERSIONS = ['@langchain/langgraph@1.4.5', '@langchain/core@1.2.13']
const INSTALL_MS = 5 * 60_000
const PEER_MS = 5 * 60_000
const MOST_SHARE = 0.2
const TABLE = 'bench'
/** What a busy quarter of an hour brings; each check reads the projects that it touches as a whole. */
const A_QUARTER_OF_AN_HOUR = 50

const measured = z.object({ ms: z.number(), asked: z.number() })
type Measured = z.infer<typeof measured>

async function main(): Promise<void> {
  await install()
  const ours = await ourTime(fakeTable(), SIGNALS)
  const inChecks = await ourTime(fakeTable(), A_QUARTER_OF_AN_HOUR)
  const peer = await peerTime({})
  const database = await startDatabase({ port: (await freePorts()).database })
  try {
    const { endpoint } = database
    const here = { AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_REGION: 'us-east-1', APP_TABLE: TABLE }
    Object.assign(process.env, { ...here, AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' })
    rereadEnv()
    await createTable(endpoint, TABLE)
    const journalled = await ourTime(connectTable(), SIGNALS)
    const peerJournalled = await peerTime({ endpoint, table: TABLE })
    const lines = [
      ...linesOf('in memory, one check', ours, peer, MOST_SHARE),
      ...linesOf('in memory, twenty checks of fifty', inChecks, peer, null),
      ...linesOf('every step in the same local table', journalled, peerJournalled, null),
    ]
    process.stdout.write(JSON.stringify(lines))
  } finally {
    await database.stop()
  }
}

/** In a folder of its own: what it needs fits no other package's needs. */
async function install(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(`${FOLDER}/package.json`, '{"name":"peer","private":true}')
  const options = ['--legacy-peer-deps', '--no-audit', '--no-fund', '--prefer-offline']
  await run('npm', ['install', ...options, ...VERSIONS], { cwd: FOLDER, timeout: INSTALL_MS })
}

async function ourTime(table: Table, atOnce: number): Promise<Measured> {
  const clock = { now: NINE }
  const model = instantModel()
  const check = ourCheck(table, projects, clock, model.call)
  // Connecting the projects comes before anything can happen in them.
  await check.run(NINE.toISOString(), [])
  const play = async ({ slot, at, changes }: ReturnType<typeof warmUp>) => {
    clock.now = at
    await check.run(slot, changes)
    return await check.decideAll()
  }
  await play(warmUp())
  let asked = 0
  const [before, began] = [model.ms(), performance.now()]
  for (const each of checksOf(atOnce)) asked += await play(each)
  return { ms: performance.now() - began - (model.ms() - before), asked }
}

async function peerTime(more: { endpoint?: string; table?: string }): Promise<Measured> {
  const order = JSON.stringify({
    folder: FOLDER,
    signals: SIGNALS,
    warmUp: WARM_UP,
    askedEvery: ASKED_EVERY,
    ...more,
  })
  const { stdout } = await run(process.execPath, [PEER, order], { timeout: PEER_MS })
  return measured.parse(JSON.parse(stdout))
}

function linesOf(where: string, ours: Measured, peer: Measured, target: number | null): Bench[] {
  const ratio = ours.ms / peer.ms
  const beside = { peerName: 'LangGraph.js 1.4.5, nine nodes that do nothing' }
  return [
    benchLine({
      ...{ name: 'pipeline', metric: `${where}: a signal through nine steps`, unit: 'ms', ...beside },
      ...{ ours: ours.ms / SIGNALS, peer: peer.ms / SIGNALS, ratio, target },
      ok: target === null || ratio <= target,
    }),
    benchLine({
      ...{ name: 'pipeline', metric: `${where}: decided by a person`, unit: 'of 1,000', ...beside },
      ...{
        ours: ours.asked,
        peer: peer.asked,
        ratio: ours.asked / peer.asked,
        ok: ours.asked === peer.asked,
      },
    }),
  ]
}

await main()
