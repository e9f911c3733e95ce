import { expect, test } from 'vitest'
import { wrongWith } from '#src/sandbox/campaign/campaign-row.ts'
import { killCampaign } from '#src/sandbox/campaign/hands/kill-campaign.ts'

const PAIRS = 20
/** Other pairs each time; these again with `FAULTS_SEED=n`. `npm run faults -- kill` plays a thousand, and every single point. */
const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 100_000)

test(`FAULTS_SEED=${seed}: ${PAIRS} pairs of deaths and lost answers leave every act done once`, async () => {
  const rows = await killCampaign(['pairs'], () => undefined, { seed, pairs: PAIRS })
  expect(rows.flatMap((row) => [...wrongWith(row), ...row.where])).toEqual([])
  expect(rows).toMatchObject([{ runs: PAIRS }])
  expect(rows[0]?.struck).toBeGreaterThan(PAIRS / 2)
})
