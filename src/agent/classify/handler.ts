import { businessNow } from '#src/adapters/clock.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { guess } from '../rules/triage.ts'
import { defineStep } from '../step.ts'
import { classify } from './classify.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: () => {
    const table = connectTable()
    const signals = connectSignals(table)
    const rows = { signals: signals.getMany, saveSignals: signals.saveAll }
    return { now: businessNow, page: connectPages(table).get, ...rows, judge: guess }
  },
  run: classify,
})
