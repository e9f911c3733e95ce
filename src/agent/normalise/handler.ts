import { businessNow } from '#src/adapters/clock.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { normalise } from './normalise.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: () => {
    const table = connectTable()
    const matters = connectMatters(table)
    const people = connectPeople(table)
    const signals = connectSignals(table)
    return {
      now: businessNow,
      page: connectPages(table).get,
      signals: signals.getMany,
      saveSignals: signals.saveAll,
      saveMatter: matters.save,
      savePerson: people.save,
      pictures: async () =>
        Promise.all(
          (await connectProjects(table).listActive()).map(async (project) => ({
            project,
            matters: await matters.ofProject(project.id),
            people: await people.ofProject(project.id),
          })),
        ),
    }
  },
  run: normalise,
})
