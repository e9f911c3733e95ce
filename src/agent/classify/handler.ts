import { businessNow, realNow } from '#src/adapters/clock.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { connectModel } from '#src/adapters/model/claude.ts'
import { fingerprint } from '#src/adapters/model/fingerprint.ts'
import { asker } from '#src/asking/ask.ts'
import { pageOfCheck } from '../messages.ts'
import { guess } from '../rules/triage.ts'
import { defineStep } from '../step.ts'
import { classify } from './classify.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: () => {
    const table = connectTable()
    const signals = connectSignals(table)
    const clock = { now: businessNow, realNow }
    const ask = asker({ ...clock, model: connectModel(), fingerprint, spending: connectSpending(table) })
    const rows = { page: connectPages(table).get, signals: signals.getMany, saveSignals: signals.saveAll }
    return { ...clock, ...rows, ask, judge: guess }
  },
  run: classify,
})
