import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireExecutor } from '../wire.ts'
import { execute } from './execute.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: async () => {
    const table = connectTable()
    const { get, save } = connectEscalations(table)
    const matters = connectMatters(table)
    const { get: page, again } = connectPages(table)
    const rows = { page, again, signals: connectSignals(table).getMany, matters: matters.getMany }
    const writes = { escalation: get, saveEscalation: save, saveMatter: matters.save }
    return { executor: await wireExecutor(table), ...rows, ...writes }
  },
  run: execute,
})
