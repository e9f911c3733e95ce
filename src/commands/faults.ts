import { parseArgs } from 'node:util'
import type { Row } from '#src/sandbox/campaign/compare.ts'
import { intakeCampaign } from '#src/sandbox/campaign/intake-campaign.ts'

const CAMPAIGNS: Record<string, (cases: string[], say: (row: Row) => void) => Promise<Row[]>> = {
  intake: intakeCampaign,
}

const USAGE = `npm run faults [-- name [case…]] [--json]
  Plays the campaigns of faults, or one of them (${Object.keys(CAMPAIGNS).join(', ')}), or some of its cases.`

/** Exit codes of the contract: 0 nothing was lost, doubled, early or outside; 1 something was; 2 bad input. */
async function main(): Promise<number> {
  const asked = readArguments()
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n${USAGE}\n`)
    return 2
  }
  const rows: Row[] = []
  for (const campaign of asked.campaigns)
    rows.push(...(await campaign(asked.cases, (row) => process.stderr.write(`${inWords(row)}\n`))))
  if (asked.json) process.stdout.write(`${JSON.stringify(rows)}\n`)
  else process.stdout.write(`${rows.length} cases, ${rows.filter(isBad).length} bad\n`)
  return rows.length > 0 && !rows.some(isBad) ? 0 : 1
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    })
    const [name, ...cases] = positionals
    const campaigns = name === undefined ? Object.values(CAMPAIGNS) : [CAMPAIGNS[name] ?? []].flat()
    if (campaigns.length === 0) return `There is no campaign ${name ?? ''}.`
    return { campaigns, cases, json: values.json ?? false }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const MUST_BE_NONE = [
  ...(['signalsLost', 'signalsDoubled', 'actsDoubled', 'actsLost', 'actsOutsideBoundary'] as const),
  ...(['actsEarly', 'requestsEarly', 'blindWrong'] as const),
]

/** A case in which nothing struck proves nothing. */
const isBad = (row: Row) => MUST_BE_NONE.some((figure) => row[figure] > 0) || row.struck < row.mustStrike

function inWords(row: Row): string {
  const bad = MUST_BE_NONE.filter((figure) => row[figure] > 0).map((figure) => `${figure} ${row[figure]}`)
  const found = bad.length === 0 ? 'nothing lost, doubled, early or outside' : bad.join(', ')
  return `${row.fault}: struck ${row.struck}; ${found}`
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

process.exitCode = await main()
