import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { wrongWith, type CampaignRow } from '#src/sandbox/campaign/campaign-row.ts'
import { injectionCampaign, INJECTIONS } from '#src/sandbox/campaign/injection/injection-campaign.ts'
import { killCampaign } from '#src/sandbox/campaign/hands/kill-campaign.ts'
import { KILLS } from '#src/sandbox/campaign/hands/kill-cases.ts'
import { intakeCampaign } from '#src/sandbox/campaign/intake-campaign.ts'
import { INTAKE_CASES } from '#src/sandbox/campaign/intake-cases.ts'
import { raceCampaign } from '#src/sandbox/campaign/races/race-campaign.ts'
import { RACES } from '#src/sandbox/campaign/races/races.ts'

/** How much of what is drawn by lot is played, and which lots. */
type Lots = { seed: number; pairs: number; races: number; 'store-races': number }
type Campaign = (cases: string[], say: (row: CampaignRow) => void, lots: Lots) => Promise<CampaignRow[]>

const CAMPAIGNS: Record<string, Campaign> = {
  intake: (names, say) => intakeCampaign(chosen(INTAKE_CASES, names), say),
  injection: (names, say) =>
    injectionCampaign(chosen(INJECTIONS, names), say, (line) => process.stderr.write(`  ${line}\n`)),
  kill: killCampaign,
  races: (names, say, { seed, races: memory, 'store-races': store }) =>
    raceCampaign(names, say, { seed, memory, store }),
}
const LOTS: Lots = { seed: 1, pairs: 1_000, races: 10_000, 'store-races': 500 }

function chosen<T extends { name: string }>(all: T[], names: string[]): T[] {
  return all.filter(({ name }) => names.length === 0 || names.includes(name))
}

const USAGE = `npm run faults [-- name [case…]] [--seed n] [--pairs n] [--races n] [--store-races n] [--json]
  Plays the campaigns of faults, or one of them (${Object.keys(CAMPAIGNS).join(', ')}), or some of its cases.
  kill: ${KILLS.map(({ name }) => name).join(', ')}. races: ${RACES.map(({ name }) => name).join(', ')}.`

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
    rows.push(
      ...(await campaign(asked.cases, (row) => process.stderr.write(`${inWords(row)}\n`), asked.lots)),
    )
  const bad = rows.filter((row) => wrongWith(row).length > 0)
  if (asked.json) process.stdout.write(`${JSON.stringify(rows)}\n`)
  else process.stdout.write(`${rows.length} cases, ${bad.length} bad\n`)
  return rows.length > 0 && bad.length === 0 ? 0 : 1
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...{ json: { type: 'boolean' }, seed: { type: 'string' }, pairs: { type: 'string' } },
        ...{ races: { type: 'string' }, 'store-races': { type: 'string' } },
      },
    })
    const lots = lotsOf(values)
    if (typeof lots === 'string') return lots
    const [name, ...cases] = positionals
    const campaigns = name === undefined ? Object.values(CAMPAIGNS) : [CAMPAIGNS[name] ?? []].flat()
    if (campaigns.length === 0) return `There is no campaign ${name ?? ''}.`
    return { campaigns, cases, lots, json: values.json ?? false }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function lotsOf(values: Record<string, string | boolean | undefined>): Lots | string {
  const lots = { ...LOTS }
  for (const name of ['seed', 'pairs', 'races', 'store-races'] as const) {
    const given = values[name] ?? String(lots[name])
    if (!/^\d{1,9}$/.test(String(given))) return `--${name} takes a whole number, not ${String(given)}.`
    lots[name] = Number(given)
  }
  return lots
}

function inWords(row: CampaignRow): string {
  const wrong = wrongWith(row)
  const found = wrong.length === 0 ? 'nothing is wrong' : wrong.join(', ')
  return `${row.fault}: ${row.runs} played, struck ${row.struck}; ${found}`
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

process.exitCode = await main()
