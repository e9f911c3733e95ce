import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireExecutor } from '../wire.ts'
import { updateArtefacts } from './update-artefacts.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: async () => {
    const table = connectTable()
    const signals = connectSignals(table)
    const matters = connectMatters(table)
    const { get: page, again } = connectPages(table)
    const rows = { page, again, signals: signals.getMany, matters: matters.getMany }
    return {
      executor: await wireExecutor(table),
      ...rows,
      saveSignals: signals.saveAll,
      saveMatter: matters.save,
    }
  },
  run: updateArtefacts,
})
