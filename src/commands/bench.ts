import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import type { Bench } from '#src/sandbox/campaign/bench.ts'
import { benchFlood } from '#src/sandbox/campaign/bench-flood.ts'
import { benchIntake } from '#src/sandbox/campaign/bench-intake.ts'
import { benchPipeline } from '#src/sandbox/campaign/bench-pipeline.ts'
import { benchCost } from '#src/sandbox/campaign/cost/bench-cost.ts'
import { benchChoice } from './bench-tap.ts'

const BENCHMARKS: Record<string, () => Promise<Bench[]>> = {
  intake: () => benchIntake(),
  flood: benchFlood,
  cost: benchCost,
  pipeline: benchPipeline,
  decide: benchChoice,
}

const USAGE = `npm run bench [-- name] [--json]
  Benchmarks, each with its peer in the same run (${Object.keys(BENCHMARKS).join(', ')}).`

/** Exit codes of the contract: 0 ran, 1 a target was missed, 2 bad input. */
async function main(): Promise<number> {
  const asked = readArguments()
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n${USAGE}\n`)
    return 2
  }
  // Workers run what would be deployed.
  execFileSync(process.execPath, ['src/commands/build.ts', '--if-stale'], { stdio: ['ignore', 2, 2] })
  const lines: Bench[] = []
  for (const bench of asked.benchmarks) lines.push(...(await bench()))
  process.stdout.write(asked.json ? `${JSON.stringify(lines)}\n` : lines.map(inWords).join(''))
  return lines.every(({ ok }) => ok) ? 0 : 1
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    })
    const [name] = positionals
    const benchmarks = name === undefined ? Object.values(BENCHMARKS) : [BENCHMARKS[name] ?? []].flat()
    if (benchmarks.length === 0) return `There is no benchmark ${name ?? ''}.`
    return { benchmarks, json: values.json ?? false }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function inWords({ name, metric, unit, ours, peer, peerName, target, ok }: Bench): string {
  const beside = peer === null ? '' : `, ${figure(peer)} for ${String(peerName)}`
  const wanted = target === null ? '' : `, target ${target}${ok ? '' : ' MISSED'}`
  return `${name}: ${metric}: ${figure(ours)} ${unit}${beside}${wanted}\n`
}

/** Three digits that count, whether it is cents or thousands. */
const figure = (of: number) => (of !== 0 && Math.abs(of) < 10 ? of.toPrecision(3) : of.toFixed(1))

process.exitCode = await main()
