import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectEvents } from '#src/adapters/dynamo/events.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectProposals } from '#src/adapters/dynamo/proposals.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireExecutor } from '../wire-executor.ts'
import { execute } from './execute.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: async () => {
    const table = connectTable()
    const { get, open, carries, save } = connectEscalations(table)
    const matters = connectMatters(table)
    const { get: page, again } = connectPages(table)
    return {
      executor: await wireExecutor(table),
      page,
      again,
      signals: connectSignals(table).getMany,
      proposal: connectProposals(table).get,
      escalation: get,
      openEscalations: open,
      carries,
      saveEscalation: save,
      ticket: async (projectId: string, id: string) => (await matters.get(projectId, id))?.ticket ?? null,
      saveEvents: connectEvents(table).record,
    }
  },
  run: execute,
})
