import { businessNow } from '#src/adapters/clock.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { normalise } from './normalise.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: () => {
    const table = connectTable()
    const signals = connectSignals(table)
    const matters = connectMatters(table)
    return {
      now: businessNow,
      page: connectPages(table).get,
      signals: signals.getMany,
      saveSignals: signals.saveAll,
      matter: matters.get,
      saveMatter: matters.save,
    }
  },
  run: normalise,
})
