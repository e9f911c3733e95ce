import { connectEvents } from '#src/adapters/dynamo/events.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectProposals } from '#src/adapters/dynamo/proposals.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireExecutor } from '../wire-executor.ts'
import { updateArtefacts } from './update-artefacts.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: async () => {
    const table = connectTable()
    const signals = connectSignals(table)
    const { get: page, again } = connectPages(table)
    return {
      executor: await wireExecutor(table),
      page,
      again,
      signals: signals.getMany,
      saveSignals: signals.saveAll,
      saveEvents: connectEvents(table).record,
      proposal: connectProposals(table).get,
    }
  },
  run: updateArtefacts,
})
