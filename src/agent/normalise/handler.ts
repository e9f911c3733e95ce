import { businessNow } from '#src/adapters/clock.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectMemories } from '#src/adapters/dynamo/memories.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wirePage } from '../wire-page.ts'
import { normalise } from './normalise.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: () => {
    const table = connectTable()
    const { ofProject: matters, saveAll: saveMatters } = connectMatters(table)
    const { ofProject: people, save: savePerson } = connectPeople(table)
    const projects = connectProjects(table).listActive
    const { ofProject: memories } = connectMemories(table)
    const of = { projects, matters, people, memories }
    return { ...wirePage(table), ...of, now: businessNow, saveMatters, savePerson }
  },
  run: normalise,
})
