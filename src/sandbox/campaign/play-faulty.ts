import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { env } from '#src/adapters/env.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { WorkerPool } from '#src/sandbox/cloud/worker-pool.ts'
import { play } from '#src/sandbox/play/player.ts'
import { allSignals, type Source } from '#src/sandbox/play/report.ts'
import { faultFile } from '#src/sandbox/scenario/scenario-files.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { countReadsIn } from './count-reads-in.ts'
import { killing } from './killing.ts'
import { tableHistory } from './table-history.ts'
import type { Told } from './told.ts'
import { openWorld, world } from './worlds.ts'

/**
 * A program: plays a stretch of a scenario under faults and prints what was recorded, what was done, what the vendors have
 * written down, and which requests met a fault. A process of its own for each: no cache of one play reaches into the next.
 */
const order = z.object({
  world,
  faults: z.array(faultFile),
  accountTimeZone: z.string().optional(),
  kills: z.boolean().default(false),
})

async function main(): Promise<void> {
  const asked = order.parse(JSON.parse(process.argv[2] ?? ''))
  const { faults, accountTimeZone, kills } = asked
  const scenario = { ...openWorld(asked.world), faults }
  const kept = mkdtempSync(join(tmpdir(), 'pm-faults-'))
  const readInItsZone = countReadsIn(accountTimeZone ?? scenario.timeZone, scenario.timeZone)
  let deaths = () => 0
  const cloud = await startCloud({
    ...{ scenario, folder: kept, ports: await freePorts(), startAt: scenario.start, model: 'none' },
    ...{ accountTimeZone, retryAtOnce: true, forgetful: true, log: () => undefined },
    functions: (variables) => {
      if (!kills) return { invoke: inProcess(), close: async () => undefined }
      const pool = new WorkerPool(variables, () => undefined)
      deaths = () => pool.deaths()
      return { invoke: killing(pool), close: pool.close }
    },
  })
  try {
    const { start: from, end: until } = scenario
    // Every check is made: what a vendor shows late is found by one at which nothing new has come about.
    await play({ cloud, scenario, from, until, everyTick: true, log: () => undefined })
    const whole: Told = {
      ...(await tellOf(cloud, scenario)),
      ...{ deaths: deaths(), readInItsZone: readInItsZone() },
    }
    process.stdout.write(JSON.stringify(whole))
  } finally {
    await cloud.stop()
    rmSync(kept, { recursive: true, force: true })
  }
}

async function tellOf(cloud: Cloud, scenario: Scenario) {
  const { table, jira, asana, graph } = cloud
  const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '' } = process.env
  const sources: Source[] = [
    { source: 'jira', account: new URL(jira.url).hostname },
    { source: 'asana', account: new URL(asana.url).hostname },
    { source: 'outlook', account: scenario.pm.email.toLowerCase() },
  ]
  const acts = await Promise.all(
    scenario.projects.map(({ key }) => connectActs(table).ofProject(key, 10_000)),
  )
  const blind = sources.map(async ({ source, account }) => {
    const spells = await connectIntake(table, source, account).blindSpells()
    return spells.map((spell) => ({ source, ...spell }))
  })
  const late = sources.map(async ({ source, account }) => {
    const gaps = await connectIntake(table, source, account).resyncs()
    return gaps.flatMap((gap) => (gap.why === 'late' ? [{ source, ...gap }] : []))
  })
  return {
    signals: (await Promise.all(sources.map((each) => allSignals(table, each)))).flat(),
    acts: acts.flat(),
    comments: [
      ...jira.journal().flatMap((it) => (it.kind === 'comment' ? [it.id] : [])),
      ...asana.journal().map(({ gid }) => gid),
    ],
    mails: graph.journal().flatMap((it) => (it.kind === 'send' ? [it.id] : [])),
    strikes: { jira: [...jira.strikes()], asana: [...asana.strikes()], outlook: [...graph.strikes()] },
    blind: (await Promise.all(blind)).flat(),
    late: (await Promise.all(late)).flat(),
    history: await tableHistory(endpoint, env().APP_TABLE),
  }
}

await main()
