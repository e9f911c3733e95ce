import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectPm } from '#src/adapters/dynamo/projects.ts'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { connectStateMachine } from '#src/adapters/state-machine.ts'
import { localDate } from '#src/domain/calendar.ts'
import { rungAt } from '#src/domain/spending.ts'
import { required } from '#src/adapters/env.ts'
import { defineStep } from '../step.ts'
import { tick, tickEvent } from './tick.ts'

export const handler = defineStep({
  input: tickEvent,
  wire: () => {
    const table = connectTable()
    const { running, beat } = connectCycles(table)
    const pm = connectPm(table)
    const tickMinutes = async () => (await pm.get()).tickMinutes
    const everySlot = async (at: Date) => {
      const { workingHours } = await pm.get()
      return rungAt(await connectSpending(table).standing(localDate(at, workingHours.timeZone))).everySlot
    }
    return {
      tickMinutes,
      everySlot,
      running,
      beat,
      ...connectStateMachine(required('CYCLE_STATE_MACHINE_ARN')),
    }
  },
  run: tick,
})
