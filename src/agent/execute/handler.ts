import { connectAttention } from '#src/adapters/dynamo/attention.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectEvents } from '#src/adapters/dynamo/events.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectMemories } from '#src/adapters/dynamo/memories.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { connectProposals } from '#src/adapters/dynamo/proposals.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireExecutor } from '../wire-executor.ts'
import { wirePage } from '../wire-page.ts'
import { execute } from './execute.ts'
import { layOver, reworkMade } from './lay-over.ts'

export const handler = defineStep({
  input: pageOfCheck.or(reworkMade),
  wire: async () => {
    const table = connectTable()
    const memories = connectMemories(table)
    return {
      ...wirePage(table),
      ...{ memory: memories.get, saveMemories: memories.save },
      executor: await wireExecutor(table),
      attention: connectAttention(table),
      escalations: connectEscalations(table),
      matter: connectMatters(table).get,
      saveEvents: connectEvents(table).record,
      rework: connectProposals(table).rework,
    }
  },
  run: async (deps, input) => ('rework' in input ? layOver(deps, input) : execute(deps, input)),
})
