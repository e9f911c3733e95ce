import { connectMemories } from '#src/adapters/dynamo/memories.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { guess } from '../rules/triage.ts'
import { defineStep } from '../step.ts'
import { wireAsking } from '../wire-asking.ts'
import { wirePage } from '../wire-page.ts'
import { classify } from './classify.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: () => {
    const table = connectTable()
    const { ofProject: memories } = connectMemories(table)
    return { ...wirePage(table), ...wireAsking(table), memories, judge: guess }
  },
  run: classify,
})
