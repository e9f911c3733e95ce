import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { wrongWith } from '#src/sandbox/campaign/campaign-row.ts'
import { injectionCampaign, INJECTIONS } from '#src/sandbox/campaign/injection/injection-campaign.ts'
import { JIRA_PLACES } from '#src/sandbox/campaign/injection/places.ts'
import type { Hostile } from '#src/sandbox/campaign/injection/variants.ts'

/** As many as Jira has fields: each of them carries one alone. */
const SAMPLE = JIRA_PLACES.length
/** Other texts each time; these again with `FAULTS_SEED=n`. */
const seed = process.env['FAULTS_SEED'] ?? String(Date.now() % 100_000)
const texts = INJECTIONS.flatMap((kind) => kind.texts)
  .toSorted((a, b) => lot(a).localeCompare(lot(b)))
  .slice(0, SAMPLE)

test(`FAULTS_SEED=${seed}: hostile texts ${texts.map(({ mark }) => mark).join(', ')}`, async () => {
  const said: string[] = []
  const rows = await injectionCampaign(
    [{ name: 'a sample', texts }],
    () => undefined,
    (line) => said.push(line),
  )
  expect(rows.flatMap(wrongWith), said.join('\n')).toEqual([])
  expect(rows).toHaveLength(1)
})

function lot({ mark }: Hostile): string {
  return createHash('sha256').update(`${seed} ${mark}`).digest('hex')
}
