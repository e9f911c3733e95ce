import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { checkToClose } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireClose, wireJira } from '../wire.ts'
import { housekeeping } from './housekeeping.ts'

export const handler = defineStep({
  input: checkToClose,
  wire: async () => {
    const table = connectTable()
    const { baseUrl } = await wireJira()
    const pending = () => connectEscalations(table).list('pending')
    return { ...wireClose(table, new URL(baseUrl).hostname), pending }
  },
  run: housekeeping,
})
