import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectEvents } from '#src/adapters/dynamo/events.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectMemories } from '#src/adapters/dynamo/memories.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireExecutor } from '../wire-executor.ts'
import { wirePage } from '../wire-page.ts'
import { execute } from './execute.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: async () => {
    const table = connectTable()
    const memories = connectMemories(table)
    return {
      ...wirePage(table),
      ...{ memory: memories.get, saveMemories: memories.save },
      executor: await wireExecutor(table),
      escalations: connectEscalations(table),
      matter: connectMatters(table).get,
      saveEvents: connectEvents(table).record,
    }
  },
  run: execute,
})
