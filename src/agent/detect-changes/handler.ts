import { realNow } from '#src/adapters/clock.ts'
import { connectBoards } from '#src/adapters/dynamo/boards.ts'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectRereads } from '#src/adapters/dynamo/rereads.ts'
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
    const connected = await wireSources(table)
    const sources = connected.map((each) => ({
      ...each,
      ...connectIntake(table, each.source, each.account),
      ...connectRereads(table, each.source, each.account),
    }))
    const { known, open, getMany: signals } = connectSignals(table)
    const { save: savePage } = connectPages(table)
    const projects = connectProjects(table).listActive
    const matters = connectMatters(table).ofProject
    const saveSprints = connectBoards(table).save
    const read = { realNow, sources, projects, known, open, savePage, matters, saveSprints, signals }
    return { ...wireClose(table, connected), ...read }
  },
  run: detectChanges,
})
