import { z } from 'zod'
import { businessNow } from '#src/adapters/clock.ts'
import { connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectSelfTests } from '#src/adapters/dynamo/self-tests.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { idFor } from '#src/adapters/ids.ts'
import { instant } from '#src/domain/instant.ts'
import { defineStep } from '../step.ts'
import { wireSources } from '../wire-sources.ts'
import { selfTest } from './self-test.ts'

export const handler = defineStep({
  input: z.object({ askedAt: instant }),
  wire: async () => {
    const table = connectTable()
    const sources = await wireSources(table)
    const { get: current, save } = connectSelfTests(table)
    return {
      now: businessNow,
      newId: idFor,
      sources,
      projects: connectProjects(table).listActive,
      current,
      save,
    }
  },
  run: selfTest,
})
