import { businessNow, realNow } from '#src/adapters/clock.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { connectProposals } from '#src/adapters/dynamo/proposals.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { connectModel } from '#src/adapters/model/claude.ts'
import { fingerprint } from '#src/adapters/model/fingerprint.ts'
import { asker } from '#src/asking/ask.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { betterWords } from './better-words.ts'
import { reason } from './reason.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: () => {
    const table = connectTable()
    const proposals = connectProposals(table)
    const { get: page, again } = connectPages(table)
    const spending = connectSpending(table)
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
      sharpen: betterWords(
        asker({ now: businessNow, realNow, model: connectModel(), fingerprint, spending }),
      ),
    }
  },
  run: reason,
})
