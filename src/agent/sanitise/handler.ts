import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireAsking } from '../wire-asking.ts'
import { wirePage } from '../wire-page.ts'
import { sanitise } from './sanitise.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: () => {
    const table = connectTable()
    return { ...wirePage(table), ...wireAsking(table) }
  },
  run: sanitise,
})
