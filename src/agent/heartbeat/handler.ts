import { businessNow } from '#src/adapters/clock.ts'
import { connectPm } from '#src/adapters/dynamo/projects.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { cycleStart } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireSources } from '../wire-sources.ts'
import { heartbeat } from './heartbeat.ts'

export const handler = defineStep({
  input: cycleStart,
  wire: async () => {
    const table = connectTable()
    const sources = await wireSources(table)
    return { now: businessNow, pm: connectPm(table).get, sources: () => sources }
  },
  run: heartbeat,
})
