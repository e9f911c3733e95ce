import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { CYCLE_PK, checkpointSk, sourcePk } from '#src/adapters/dynamo/keys.ts'
import { documentClient, type Table } from '#src/adapters/dynamo/table.ts'
import type { AutonomyLevel } from '#src/domain/project.ts'
import { startCloud } from '#src/sandbox/cloud/cloud.ts'
import type { ModelChoice } from '#src/sandbox/cloud/model.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { countWrites } from './count-writes.ts'
import { play } from './player.ts'
import { report, type Report, type Source } from './report.ts'
import { spent } from './spent.ts'

export type PlayScenario = {
  scenario: Scenario
  folder: string
  everyTick?: boolean
  forgetful?: boolean
  dial?: AutonomyLevel | undefined
  model?: ModelChoice | undefined
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
    model: options.model,
    retryAtOnce: true,
    forgetful: options.forgetful ?? false,
    log,
  })
  try {
    const sources = [
      { source: 'jira' as const, account: new URL(cloud.jira.url).hostname },
      ...(scenario.projects.some(({ asana }) => asana !== undefined)
        ? [{ source: 'asana' as const, account: new URL(cloud.asana.url).hostname }]
        : []),
      ...(scenario.mail.length > 0
        ? [{ source: 'outlook' as const, account: scenario.pm.email.toLowerCase() }]
        : []),
    ]
    await forgetChecks(cloud.table, sources)
    const writes = countWrites(documentClient())
    const { start: from, end: until } = scenario
    const played = await play({ cloud, scenario, from, until, everyTick: options.everyTick ?? false, log })
    const counts = { tableWrites: writes.items(), ...(await spent(cloud.table, from, until)) }
    return await report(cloud.table, scenario, sources, played, counts)
  } finally {
    await cloud.stop()
  }
}

/** Playing again begins at the scenario's start: what checks left behind is cleared, what they recorded stays. */
async function forgetChecks(table: Table, sources: Source[]): Promise<void> {
  const checks = await table.query(CYCLE_PK)
  const checkpoints = sources.map(({ source, account }) => ({
    PK: sourcePk(source, account),
    SK: checkpointSk('changes'),
  }))
  for (const { PK, SK } of [...checks, ...checkpoints]) await table.write([{ remove: { PK, SK } }])
}
