import { businessNow } from '#src/adapters/clock.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { pageOfCheck } from '../messages.ts'
import { defineStep } from '../step.ts'
import { reason } from './reason.ts'

export const handler = defineStep({
  input: pageOfCheck,
  wire: () => {
    const table = connectTable()
    const artefacts = connectArtefacts(table)
    const { getMany, save } = connectMatters(table)
    const signals = connectSignals(table).getMany
    const raidLog = async (id: string) => (await artefacts.get(id, 'raid_log'))?.content ?? { items: [] }
    const { get: page, again } = connectPages(table)
    const rows = { page, again, signals, matters: getMany }
    return { now: businessNow, ...rows, saveMatter: save, raidLog }
  },
  run: reason,
})
