import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { startCloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import type { Invoke } from '#src/sandbox/cloud/functions.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { WorkerPool } from '#src/sandbox/cloud/worker-pool.ts'
import { play } from '#src/sandbox/play/player.ts'
import { allSignals, type Source } from '#src/sandbox/play/report.ts'
import { faultFile } from '#src/sandbox/scenario/scenario-files.ts'
import { readScenario } from '#src/sandbox/scenario/scenario.ts'
import type { Told } from './compare.ts'

/**
 * A program: plays a stretch of a scenario under faults and prints what was recorded, what was done, what the vendors have
 * written down, and which requests met a fault. A process of its own for each: no cache of one play reaches into the next.
 */
const order = z.object({
  folder: z.string(),
  from: z.iso.datetime().transform((at) => new Date(at)),
  until: z.iso.datetime().transform((at) => new Date(at)),
  faults: z.array(faultFile),
  accountTimeZone: z.string().optional(),
  kills: z.boolean().default(false),
})

/** A worker that dies at its n-th request, before or after it. More points than a poll has requests. */
const KILL_POINTS = Array.from({ length: 30 }, (_, n) => [`before:${n + 1}`, `after:${n + 1}`]).flat()

async function main(): Promise<void> {
  const { folder, from, until, faults, accountTimeZone, kills } = order.parse(
    JSON.parse(process.argv[2] ?? ''),
  )
  const scenario = { ...readScenario(folder), start: from, end: until, liveFrom: from, faults, decisions: [] }
  const kept = mkdtempSync(join(tmpdir(), 'pm-faults-'))
  let deaths = () => 0
  const cloud = await startCloud({
    ...{ scenario, folder: kept, ports: await freePorts(), startAt: from, model: 'none', accountTimeZone },
    ...{ retryAtOnce: true, forgetful: true, log: () => undefined },
    functions: (env) => {
      if (!kills) return { invoke: inProcess(), close: async () => undefined }
      const pool = new WorkerPool(env, () => undefined)
      deaths = () => pool.deaths()
      return { invoke: killing(pool), close: pool.close }
    },
  })
  try {
    await play({ cloud, scenario, from, until, log: () => undefined })
    const sources: Source[] = [
      { source: 'jira', account: new URL(cloud.jira.url).hostname },
      { source: 'outlook', account: scenario.pm.email.toLowerCase() },
    ]
    const projects = scenario.projects.map(({ key }) => connectActs(cloud.table).ofProject(key, 10_000))
    const told: Told = {
      signals: (await Promise.all(sources.map((each) => allSignals(cloud.table, each)))).flat(),
      acts: (await Promise.all(projects)).flat(),
      comments: cloud.jira.journal().flatMap((it) => (it.kind === 'comment' ? [it.id] : [])),
      mails: cloud.graph.journal().flatMap((it) => (it.kind === 'send' ? [it.id] : [])),
      strikes: { jira: [...cloud.jira.strikes()], outlook: [...cloud.graph.strikes()] },
      blind: (
        await Promise.all(
          sources.map(async ({ source, account }) =>
            (await connectIntake(cloud.table, source, account).blindSpells()).map((spell) => ({
              source,
              ...spell,
            })),
          ),
        )
      ).flat(),
      deaths: deaths(),
      readUpTo: await Promise.all(
        sources.map(async ({ source, account }) => ({
          source,
          readUpTo: (await connectIntake(cloud.table, source, account).checkpoint())?.readUpTo ?? null,
        })),
      ),
    }
    process.stdout.write(JSON.stringify(told))
  } finally {
    await cloud.stop()
    rmSync(kept, { recursive: true, force: true })
  }
}

/** Each poll dies at another of its requests; the workflow's retry is left alone, so that every poll is made in the end. */
function killing(pool: WorkerPool): Invoke {
  let next = 0
  let spared = false
  return async (name, payload) => {
    if (name === 'detect-changes') {
      const point = KILL_POINTS[next % KILL_POINTS.length]
      if (!spared && point) {
        pool.killNext(name, point)
        next += 1
      }
      spared = !spared
    }
    return await pool.invoke(name, payload)
  }
}

await main()
