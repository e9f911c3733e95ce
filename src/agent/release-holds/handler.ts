import { sleepUntilReal } from '#src/adapters/clock.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectAttention } from '#src/adapters/dynamo/attention.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { defineStep } from '../step.ts'
import { wireExecutor } from '../wire-executor.ts'
import { releaseEvent, releaseHolds } from './release-holds.ts'

export const handler = defineStep({
  input: releaseEvent,
  wire: async () => {
    const table = connectTable()
    const { due, save } = connectEscalations(table)
    const rows = { dueActs: connectActs(table).due, dueEscalations: due, saveEscalation: save }
    return {
      executor: await wireExecutor(table),
      ...rows,
      sleepUntilReal,
      attention: connectAttention(table),
    }
  },
  run: releaseHolds,
})
