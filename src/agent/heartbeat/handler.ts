import { businessNow } from '#src/adapters/clock.ts'
import { connectPm } from '#src/adapters/dynamo/projects.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { jiraSource } from '#src/adapters/sources/jira-source.ts'
import { cycleStart } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireJira } from '../wire.ts'
import { heartbeat } from './heartbeat.ts'

export const handler = defineStep({
  input: cycleStart,
  wire: async () => {
    const { jira, baseUrl } = await wireJira()
    return { now: businessNow, pm: connectPm(connectTable()).get, sources: () => [jiraSource(jira, baseUrl)] }
  },
  run: heartbeat,
})
