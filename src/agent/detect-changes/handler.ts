import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { jiraSource } from '#src/adapters/sources/jira-source.ts'
import { healthReport } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireClose, wireJira } from '../wire.ts'
import { detectChanges } from './detect-changes.ts'

export const handler = defineStep({
  input: healthReport,
  wire: async () => {
    const table = connectTable()
    const { jira, baseUrl } = await wireJira()
    const source = jiraSource(jira, baseUrl)
    const { checkpoint, record } = connectIntake(table, 'jira', source.account)
    const { known, openIds } = connectSignals(table)
    const reading = {
      source,
      checkpoint,
      record,
      known,
      openIds,
      savePage: connectPages(table).save,
      watched: connectMatters(table).watched,
    }
    return { ...wireClose(table, source.account), ...reading, projects: connectProjects(table).listActive }
  },
  run: detectChanges,
})
