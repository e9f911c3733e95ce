import { expect, test } from 'vitest'
import { wrongWith } from '#src/sandbox/campaign/campaign-row.ts'
import { raceCampaign } from '#src/sandbox/campaign/races/race-campaign.ts'
import { RACES } from '#src/sandbox/campaign/races/races.ts'

const IN_MEMORY = 100
const ON_THE_DATABASE = 10
/** Another course each time; this one again with `FAULTS_SEED=n`. `npm run faults -- races` runs ten thousand of each. */
const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 100_000)

test(`FAULTS_SEED=${seed}: of two at one thing exactly one has it`, async () => {
  const rows = await raceCampaign([], () => undefined, { seed, memory: IN_MEMORY, store: ON_THE_DATABASE })
  expect(rows.flatMap((row) => wrongWith(row).map((wrong) => `${row.fault}: ${wrong}`))).toEqual([])
  expect(rows).toHaveLength(2 * RACES.length)
})
