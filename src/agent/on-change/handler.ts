import { businessNow } from '#src/adapters/clock.ts'
import { connectPm } from '#src/adapters/dynamo/projects.ts'
import { setAside } from '#src/adapters/dynamo/set-aside.ts'
import { readStream } from '#src/adapters/dynamo/stream.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { required } from '#src/adapters/env.ts'
import { connectFunction } from '#src/adapters/functions.ts'
import { pushToScreens } from '#src/adapters/push/push-to-screens.ts'
import { defineStep } from '../step.ts'
import { onChange, streamBatch } from './on-change.ts'

export const handler = defineStep({
  input: readStream.pipe(streamBatch),
  wire: () => {
    const table = connectTable()
    const pm = connectPm(table).get
    const wake = connectFunction(required('RELEASE_HOLDS_FUNCTION'))
    const check = connectFunction(required('TICK_FUNCTION'))
    const selfTest = connectFunction(required('SELF_TEST_FUNCTION'))
    return {
      now: businessNow,
      tickMinutes: async () => (await pm()).tickMinutes,
      timeZone: async () => (await pm()).workingHours.timeZone,
      announce: pushToScreens(),
      wake,
      check,
      selfTest,
      think: connectFunction(required('REASON_FUNCTION')),
      layOver: connectFunction(required('EXECUTE_FUNCTION')),
      setAside: setAside(table),
    }
  },
  run: onChange,
})
