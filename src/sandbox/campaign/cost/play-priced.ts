import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import { connectModel } from '#src/adapters/model/claude.ts'
import { costOfCall, type ModelCall } from '#src/domain/model-call.ts'
import { SONNET } from '#src/domain/prices.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { play } from '#src/sandbox/play/player.ts'
import { allSignals } from '#src/sandbox/play/report.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import type { Priced } from './bench-cost.ts'
import { naiveCost } from './naive-cost.ts'
import { openWorkload, WORKLOADS } from './workloads.ts'

/** A program: plays a workload with a model that is counted and priced, then prices the naive scheme on the same signals. */
async function main(): Promise<void> {
  const scenario = openWorkload(z.enum(WORKLOADS).parse(process.argv[2]))
  const folder = mkdtempSync(join(tmpdir(), 'pm-cost-'))
  const cloud = await startCloud({
    ...{ scenario, folder, ports: await freePorts(), startAt: scenario.start, model: 'double' },
    functions: () => ({ invoke: inProcess(), close: async () => undefined }),
    ...{ retryAtOnce: true, forgetful: true, log: () => undefined },
  })
  try {
    const { start: from, end: until } = scenario
    await play({ cloud, scenario, from, until, log: () => undefined })
    process.stdout.write(JSON.stringify(await pricesOf(cloud, scenario)))
  } finally {
    await cloud.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function pricesOf({ table, jira }: Cloud, { start, pm }: Scenario): Promise<Priced> {
  const { calls, skipped } = await connectSpending(table).list(start.toISOString().slice(0, 7))
  const signals = [
    ...(await allSignals(table, { source: 'jira', account: new URL(jira.url).hostname })),
    ...(await allSignals(table, { source: 'outlook', account: pm.email.toLowerCase() })),
  ]
  // What was there before the project was connected, and what we wrote ourselves, happened to nobody.
  const news = signals.filter(({ bootstrap, ours }) => !bootstrap && !ours)
  const line = await connectModel()()
  if (typeof line === 'string') throw new Error(`No model: ${line}.`)
  return {
    signals: news.length,
    cost: calls.reduce((sum, each) => sum + costOfCall(each), 0),
    ...{ calls: calls.length, sonnetCalls: calls.filter(({ model }) => model === SONNET).length },
    cacheHits: calls.filter(isHit).length,
    leftOut: skipped.length,
    naive: await naiveCost(line, news),
  }
}

const isHit = (call: ModelCall) => call.status === 'settled' && call.usage.cacheRead > 0

await main()
