import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectEvents } from '#src/adapters/dynamo/events.ts'
import { connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectProofs } from '#src/adapters/dynamo/proofs.ts'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import { connectSpotChecks } from '#src/adapters/dynamo/spot-checks.ts'
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
    const sources = await wireSources(table)
    const close = { ...wireClose(table, sources), executor: await wireExecutor(table) }
    const { list: acts, hasPermit } = connectActs(table)
    const lists = { escalations: connectEscalations(table).list, acts, hasPermit, sources }
    const { listActive: projects, save: saveProject } = connectProjects(table)
    const told = { events: connectEvents(table).recent, projects, saveProject }
    const spotChecks = connectSpotChecks(table)
    const proving = { changes: connectArtefacts(table).changes, saveProof: connectProofs(table).put }
    return {
      ...proving,
      spotChecks,
      ...close,
      ...lists,
      ...told,
      chargeExpired: connectSpending(table).chargeExpired,
    }
  },
  run: housekeeping,
})
