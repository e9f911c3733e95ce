import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectBoards } from '#src/adapters/dynamo/boards.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectMemories } from '#src/adapters/dynamo/memories.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { connectProposals } from '#src/adapters/dynamo/proposals.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { wireAsking } from '../wire-asking.ts'
import { wirePage } from '../wire-page.ts'
import { betterWords } from './better-words.ts'
import { reason } from './reason.ts'
import { replied, rework } from './rework.ts'

export const handler = defineStep({
  input: pageOfCheck.or(replied),
  wire: () => {
    const table = connectTable()
    const { ask, now } = wireAsking(table)
    const of = {
      matters: connectMatters(table).ofProject,
      people: connectPeople(table).ofProject,
      memories: connectMemories(table).ofProject,
      sprints: connectBoards(table).sprints,
      ...{ escalations: connectEscalations(table).ofProject, escalation: connectEscalations(table).get },
    }
    const { save: saveProposal, saveRework } = connectProposals(table)
    const kept = { documents: connectArtefacts(table).working, saveProposal, saveRework }
    return { ...wirePage(table), ...of, ...kept, now, ask, sharpen: betterWords(ask) }
  },
  run: async (deps, input) => ('reply' in input ? rework(deps, input) : reason(deps, input)),
})
