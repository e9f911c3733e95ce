import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { benchLine, type Bench } from '../bench.ts'
import { WORKLOADS, type Workload } from './workloads.ts'

const run = promisify(execFile)
const PLAY = fileURLToPath(new URL('./play-priced.ts', import.meta.url))
const MOST_USD = 0.5
const MOST_SHARE = 0.25
const NAIVE = 'every signal sanitised, classified and reasoned about, without gate, rules and cache'

/** What a play cost, and what the naive scheme costs on the same signals. Micro-dollars. */
const priced = z.object({
  signals: z.number(),
  cost: z.number(),
  calls: z.number(),
  sonnetCalls: z.number(),
  cacheHits: z.number(),
  /** Calls that the ladder left to the rules: with any, money was saved at a price. */
  leftOut: z.number(),
  naive: z.object({ cost: z.number(), calls: z.number() }),
})
export type Priced = z.infer<typeof priced>

/** Dollars for a thousand signals, ours and the naive scheme's, at list prices on the same double. */
export async function benchCost(): Promise<Bench[]> {
  const lines: Bench[] = []
  for (const workload of WORKLOADS) lines.push(...linesOf(workload, await played(workload)))
  return lines
}

async function played(workload: Workload): Promise<Priced> {
  const { stdout } = await run(process.execPath, ['--max-semi-space-size=8', PLAY, workload])
  return priced.parse(JSON.parse(stdout))
}

function linesOf(workload: Workload, it: Priced): Bench[] {
  const perThousand = (micro: number) => micro / 1000 / it.signals
  const [ours, peer] = [perThousand(it.cost), perThousand(it.naive.cost)]
  const line = (metric: string, unit: string, figure: number, more: Partial<Bench> = {}) =>
    benchLine({ name: 'cost', metric: `${workload}: ${metric}`, unit, ours: figure, ...more })
  return [
    line('1,000 signals', 'USD', ours, { target: MOST_USD, ok: ours <= MOST_USD }),
    line('1,000 signals, and its share of the naive scheme', 'USD', ours, {
      ...{ peer, peerName: NAIVE, ratio: ours / peer, target: MOST_SHARE, ok: ours / peer <= MOST_SHARE },
    }),
    line('signals', '', it.signals),
    line('calls', '', it.calls, { peer: it.naive.calls, peerName: NAIVE, ratio: it.calls / it.naive.calls }),
    line('of these by the larger model', '', it.sonnetCalls),
    line('calls helped by the cache', '', it.cacheHits),
    line('calls that the ladder left out', '', it.leftOut),
  ]
}
