import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectPm } from '#src/adapters/dynamo/projects.ts'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { required } from '#src/adapters/env.ts'
import { connectStateMachine } from '#src/adapters/state-machine.ts'
import { defineStep } from '../step.ts'
import { tick, tickEvent } from './tick.ts'

export const handler = defineStep({
  input: tickEvent,
  wire: () => {
    const table = connectTable()
    const { running, beat } = connectCycles(table)
    const { standing } = connectSpending(table)
    const machine = connectStateMachine(required('CYCLE_STATE_MACHINE_ARN'))
    return { pm: connectPm(table).get, standing, running, beat, ...machine }
  },
  run: tick,
})
