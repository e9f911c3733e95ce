import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { CYCLE_PK, checkpointSk, sourcePk } from '#src/adapters/dynamo/keys.ts'
import { documentClient, type Table } from '#src/adapters/dynamo/table.ts'
import type { AutonomyLevel } from '#src/domain/project.ts'
import { startCloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { countWrites } from './count-writes.ts'
import { play } from './player.ts'
import { report, type Report } from './report.ts'

export type PlayScenario = {
  scenario: Scenario
  folder: string
  everyTick?: boolean
  forgetful?: boolean
  dial?: AutonomyLevel | undefined
  log: (line: string) => void
}

/** Plays a whole scenario through the real workflow in this process and says what it came to. */
export async function playScenario(options: PlayScenario): Promise<Report> {
  const { scenario, folder, log } = options
  rmSync(join(folder, 'executions.jsonl'), { force: true })
  const invoke = inProcess()
  const cloud = await startCloud({
    scenario,
    folder,
    ports: await freePorts(),
    startAt: scenario.start,
    functions: () => ({ invoke, close: async () => undefined }),
    dial: options.dial,
    retryAtOnce: true,
    forgetful: options.forgetful ?? false,
    log,
  })
  try {
    const account = new URL(cloud.jira.url).hostname
    await forgetChecks(cloud.table, account)
    const writes = countWrites(documentClient())
    const { start: from, end: until } = scenario
    const played = await play({ cloud, scenario, from, until, everyTick: options.everyTick ?? false, log })
    const counts = { tableWrites: writes.items(), modelCalls: 0, costUsd: 0 }
    return await report(cloud.table, scenario, account, played, counts)
  } finally {
    await cloud.stop()
  }
}

/** Playing again begins at the scenario's start: what checks left behind is cleared, what they recorded stays. */
async function forgetChecks(table: Table, account: string): Promise<void> {
  const checks = await table.query(CYCLE_PK)
  const checkpoint = { PK: sourcePk('jira', account), SK: checkpointSk('changes') }
  for (const { PK, SK } of [...checks, checkpoint]) await table.write([{ remove: { PK, SK } }])
}
