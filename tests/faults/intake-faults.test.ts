import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { wrongWith } from '#src/sandbox/campaign/campaign-row.ts'
import { intakeCampaign } from '#src/sandbox/campaign/intake-campaign.ts'
import { INTAKE_CASES, type IntakeCase } from '#src/sandbox/campaign/intake-cases.ts'

const SAMPLE = 2
/** Another pair of cases each time; this one again with `FAULTS_SEED=n`. */
const seed = process.env['FAULTS_SEED'] ?? String(Date.now() % 100_000)
const cases = INTAKE_CASES.filter(({ slow }) => !slow)
  .toSorted((a, b) => lot(a).localeCompare(lot(b)))
  .slice(0, SAMPLE)

test(`FAULTS_SEED=${seed}: ${cases.map(({ name }) => name).join(', ')}`, async () => {
  process.stdout.write(`FAULTS_SEED=${seed} ${cases.map(({ name }) => name).join(', ')}\n`)
  const rows = await intakeCampaign(cases, () => undefined)
  expect(rows.flatMap((row) => wrongWith(row).map((wrong) => `${row.fault}: ${wrong}`))).toEqual([])
  expect(rows).toHaveLength(SAMPLE)
})

function lot({ name }: IntakeCase): string {
  return createHash('sha256').update(`${seed} ${name}`).digest('hex')
}
