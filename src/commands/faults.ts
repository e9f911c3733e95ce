import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { wrongWith, type CampaignRow } from '#src/sandbox/campaign/campaign-row.ts'
import { injectionCampaign, INJECTIONS } from '#src/sandbox/campaign/injection/injection-campaign.ts'
import { intakeCampaign } from '#src/sandbox/campaign/intake-campaign.ts'
import { INTAKE_CASES } from '#src/sandbox/campaign/intake-cases.ts'

type Campaign = (cases: string[], say: (row: CampaignRow) => void) => Promise<CampaignRow[]>

const CAMPAIGNS: Record<string, Campaign> = {
  intake: (names, say) => intakeCampaign(chosen(INTAKE_CASES, names), say),
  injection: (names, say) =>
    injectionCampaign(chosen(INJECTIONS, names), say, (line) => process.stderr.write(`  ${line}\n`)),
}

function chosen<T extends { name: string }>(all: T[], names: string[]): T[] {
  return all.filter(({ name }) => names.length === 0 || names.includes(name))
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
  // Workers that can be killed run what would be deployed.
  execFileSync(process.execPath, ['src/commands/build.ts', '--if-stale'], { stdio: ['ignore', 2, 2] })
  const rows: CampaignRow[] = []
  for (const campaign of asked.campaigns)
    rows.push(...(await campaign(asked.cases, (row) => process.stderr.write(`${inWords(row)}\n`))))
  const bad = rows.filter((row) => wrongWith(row).length > 0)
  if (asked.json) process.stdout.write(`${JSON.stringify(rows)}\n`)
  else process.stdout.write(`${rows.length} cases, ${bad.length} bad\n`)
  return rows.length > 0 && bad.length === 0 ? 0 : 1
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

function inWords(row: CampaignRow): string {
  const wrong = wrongWith(row)
  const found = wrong.length === 0 ? 'nothing is wrong' : wrong.join(', ')
  return `${row.fault}: struck ${row.struck}; ${found}`
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

process.exitCode = await main()
