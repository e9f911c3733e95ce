import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectEvents } from '#src/adapters/dynamo/events.ts'
import { connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { checkToClose } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireClose } from '../wire-close.ts'
import { wireExecutor } from '../wire-executor.ts'
import { wireSources } from '../wire-sources.ts'
import { housekeeping } from './housekeeping.ts'

export const handler = defineStep({
  input: checkToClose,
  wire: async () => {
    const table = connectTable()
    const close = { ...wireClose(table, await wireSources(table)), executor: await wireExecutor(table) }
    const lists = { escalations: connectEscalations(table).list, acts: connectActs(table).list }
    const told = { events: connectEvents(table).recent, projects: connectProjects(table).listActive }
    return { ...close, ...lists, ...told, chargeExpired: connectSpending(table).chargeExpired }
  },
  run: housekeeping,
})
