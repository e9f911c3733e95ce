import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { sanitise } from './sanitise.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: () => {
    const table = connectTable()
    const signals = connectSignals(table)
    return { page: connectPages(table).get, signals: signals.getMany, saveSignals: signals.saveAll }
  },
  run: sanitise,
})
