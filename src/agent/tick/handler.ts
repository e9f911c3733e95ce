import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectPm } from '#src/adapters/dynamo/projects.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { connectStateMachine } from '#src/adapters/state-machine.ts'
import { required } from '#src/adapters/env.ts'
import { defineStep } from '../step.ts'
import { tick, tickEvent } from './tick.ts'

export const handler = defineStep({
  input: tickEvent,
  wire: () => {
    const table = connectTable()
    const { running, beat } = connectCycles(table)
    const tickMinutes = async () => (await connectPm(table).get()).tickMinutes
    return { tickMinutes, running, beat, ...connectStateMachine(required('CYCLE_STATE_MACHINE_ARN')) }
  },
  run: tick,
})
