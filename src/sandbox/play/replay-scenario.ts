import { CYCLE_PK } from '#src/adapters/dynamo/keys.ts'
import { startCloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { replay, type Replayed } from '#src/sandbox/replay/replay.ts'
import type { Settings } from '#src/sandbox/replay/settings.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { play } from './player.ts'

export type ReplayScenario = {
  scenario: Scenario
  folder: string
  forgetful: boolean
  settings: Settings
  log: (line: string) => void
}

/** Replays what the folder's database has stored; where it has nothing yet, the scenario is played into it first, as it is. */
export async function replayScenario(options: ReplayScenario): Promise<Replayed> {
  const { scenario, folder, forgetful, settings, log } = options
  const invoke = inProcess()
  const cloud = await startCloud({
    ...{ scenario, folder, forgetful, log, ports: await freePorts(), startAt: scenario.start },
    ...{ functions: () => ({ invoke, close: async () => undefined }), retryAtOnce: true },
  })
  try {
    const { start: from, end: until } = scenario
    const isNew = (await cloud.table.query(CYCLE_PK, { limit: 1 })).length === 0
    if (isNew) await play({ cloud, scenario, from, until, log })
    return await replay(cloud.table, scenario, settings)
  } finally {
    await cloud.stop()
  }
}
