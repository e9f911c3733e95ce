import { connectEvents } from '#src/adapters/dynamo/events.ts'
import { connectMemories } from '#src/adapters/dynamo/memories.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireExecutor } from '../wire-executor.ts'
import { wirePage } from '../wire-page.ts'
import { updateArtefacts } from './update-artefacts.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: async () => {
    const table = connectTable()
    const executor = await wireExecutor(table)
    const { get: memory, save: saveMemories } = connectMemories(table)
    return { ...wirePage(table), executor, saveEvents: connectEvents(table).record, memory, saveMemories }
  },
  run: updateArtefacts,
})
