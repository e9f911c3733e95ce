import { businessNow } from '#src/adapters/clock.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { connectProposals } from '#src/adapters/dynamo/proposals.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { reason } from './reason.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: () => {
    const table = connectTable()
    const proposals = connectProposals(table)
    const { get: page, again } = connectPages(table)
    return {
      now: businessNow,
      page,
      again,
      signals: connectSignals(table).getMany,
      matters: connectMatters(table).ofProject,
      people: connectPeople(table).ofProject,
      documents: connectArtefacts(table).working,
      proposal: proposals.get,
      saveProposal: proposals.save,
      sharpen: async (draft) => draft,
    }
  },
  run: reason,
})
