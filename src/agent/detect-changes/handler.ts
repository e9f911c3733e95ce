import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { healthReport } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireClose } from '../wire-close.ts'
import { wireSources } from '../wire-sources.ts'
import { detectChanges } from './detect-changes.ts'

export const handler = defineStep({
  input: healthReport,
  wire: async () => {
    const table = connectTable()
    const sources = await wireSources()
    const { known, openIds } = connectSignals(table)
    return {
      ...wireClose(table, sources),
      sources: sources.map((source) => ({
        ...source,
        ...connectIntake(table, source.source, source.account),
      })),
      known,
      openIds,
      savePage: connectPages(table).save,
      projects: connectProjects(table).listActive,
    }
  },
  run: detectChanges,
})
