import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { addMinutes } from 'date-fns/addMinutes'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import type { PageOfCheck } from '#src/agent/messages.ts'
import type { Signal } from '#src/domain/signal.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import type { Invoke } from '#src/sandbox/cloud/functions.ts'
import { WorkerPool } from '#src/sandbox/cloud/worker-pool.ts'
import { allSignals } from '#src/sandbox/play/report.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import type { Bench } from './bench.ts'
import { CROWD_AT, CROWD_START, crowdedScenario } from './crowd.ts'
import { detectAndNormalise } from './detect-and-normalise.ts'
import { PM } from './vendor-records.ts'

const CROWD = { projects: 10, issues: 10_000, mails: 5_000, flags: 2 }
/** Each ticket's move, each mail, each flag. */
const SIGNALS = CROWD.issues + CROWD.mails + CROWD.flags * CROWD.projects
/** The projects, and the mailbox, which has one turn. */
const OWNERS = CROWD.projects + 1
const MOST_CHECKS = 12
const INTAKE = ['detect-changes', 'normalise'] as const
const LATER = ['sanitise', 'classify', 'reason', 'execute', 'update-artefacts'] as const
const STEPS = [...INTAKE, ...LATER]
/** What app.arc gives each. */
const secondsOf = (step: (typeof STEPS)[number]) => (step === 'normalise' ? 60 : 110)

/** Ten thousand tickets and five thousand mails at once, read and normalised by processes of their own, as Lambdas are. */
export async function benchFlood(): Promise<Bench[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pm-flood-'))
  const scenario = crowdedScenario(CROWD)
  const watch = stopwatch()
  const cloud = await startCloud({
    ...{ scenario, folder, ports: await freePorts(), startAt: CROWD_START, model: 'none' },
    functions: (env) => watch.over(new WorkerPool(env, () => undefined)),
    ...{ forgetful: true, log: () => undefined },
  })
  try {
    await detectAndNormalise(cloud, scenario, CROWD_START)
    await settleAll(cloud)
    const began = performance.now()
    const { checks, first } = await drained(cloud, scenario)
    const seconds = (performance.now() - began) / 1000
    // One page is what a step works through at a time; what it looks back at is all that the flood has brought by now.
    for (const step of LATER) await cloud.invoke(step, { ...first, page: 1, more: true })
    return [...watch.lines(), ...linesOf(checks, await signalsOf(cloud), seconds)]
  } finally {
    await cloud.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What connecting recorded is done with, as the steps after intake leave it. */
async function settleAll(cloud: Cloud): Promise<void> {
  const settled = (await signalsOf(cloud)).map((each) => {
    return { ...each, version: each.version + 1, state: 'settled' as const }
  })
  await connectSignals(cloud.table).saveAll(settled)
}

/** `checks`: the ids that each worked through for the first time, in its order, until all was read. */
type Drained = { checks: string[][]; first: PageOfCheck }

async function drained(cloud: Cloud, scenario: Scenario): Promise<Drained> {
  const old = new Set<string>()
  const checks: string[][] = []
  let first: PageOfCheck | undefined
  for (let found = 0; found < SIGNALS && checks.length < MOST_CHECKS;) {
    const at = addMinutes(CROWD_AT, 15 * checks.length)
    const read = await detectAndNormalise(cloud, scenario, at, { running: true })
    const { pages, readings } = read
    first ??= read
    found += readings.reduce((sum, { changed }) => sum + changed, 0)
    const worked = (await idsOf(cloud.table, at, pages)).filter((id) => !old.has(id))
    for (const id of worked) old.add(id)
    checks.push(worked)
  }
  if (!first) throw new Error('Nothing was read.')
  return { checks, first }
}

async function idsOf(table: Table, at: Date, pages: number): Promise<string[]> {
  const numbers = Array.from({ length: pages }, (_, index) => index + 1)
  const ids = numbers.map((number) =>
    connectPages(table)
      .get(at.toISOString(), number)
      .then((page) => page.ids),
  )
  return (await Promise.all(ids)).flat()
}

async function signalsOf({ table, jira }: Cloud): Promise<Signal[]> {
  const tickets = await allSignals(table, { source: 'jira', account: new URL(jira.url).hostname })
  return [...tickets, ...(await allSignals(table, { source: 'outlook', account: PM.email }))]
}

/** How far the work had come before something of its kind was first, or last, worked on. */
function linesOf(checks: string[][], signals: Signal[], seconds: number): Bench[] {
  const known = new Map(signals.map((each) => [each.id, each]))
  const worked = checks.flatMap((ids, check) =>
    ids.map((id, place) => ({ check: check + 1, place: place + 1, signal: known.get(id) })),
  )
  const firsts = [...Map.groupBy(worked, ({ signal }) => signal && ownerOf(signal)).values()].flatMap(
    ([first]) => first ?? [],
  )
  const flags = worked.filter(({ signal }) => signal?.kind === 'flag')
  const normalised = worked.filter(({ signal }) => signal?.verdict ?? signal?.matterId)
  const last = (of: typeof worked, what: 'check' | 'place') => Math.max(...of.map((each) => each[what]))
  return [
    atMost(0, 'signals that were not read, or not normalised', 'signals', SIGNALS - normalised.length),
    atMost(0, 'projects that were not worked on', 'projects', OWNERS - firsts.length),
    atMost(1, 'the last project had its first signal worked on in check', '', last(firsts, 'check')),
    line('and there at place', '', last(firsts, 'place')),
    atMost(CROWD.flags * OWNERS, 'the last flagged ticket was worked on at place', '', last(flags, 'place')),
    line('checks until all was read', 'checks', checks.length),
    line('until all was normalised', 's', seconds),
  ]
}

const ownerOf = ({ source, ref }: Signal) => (source === 'outlook' ? 'mail' : ref.split('-')[0])

/** Measures what each step takes: its longest call, and the most memory that a process of it ever had. */
function stopwatch() {
  const longest = new Map<string, number>()
  let pool: WorkerPool | undefined
  return {
    over: (of: WorkerPool) => {
      pool = of
      const invoke: Invoke = async (name, payload) => {
        const began = performance.now()
        const answer = await of.invoke(name, payload)
        longest.set(name, Math.max(longest.get(name) ?? 0, (performance.now() - began) / 1000))
        return answer
      }
      return { invoke, close: of.close }
    },
    lines: (): Bench[] => [
      ...STEPS.map((name) => atMost(300, `peak memory of ${name}`, 'MB', peakMb(pool?.pidsOf(name) ?? []))),
      ...STEPS.map((name) =>
        atMost(secondsOf(name), `longest call of ${name}`, 's', longest.get(name) ?? Infinity),
      ),
    ],
  }
}

/** As Linux counts it. */
function peakMb(pids: number[]): number {
  const peaks = pids.map(
    (pid) => /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1],
  )
  return Math.max(...peaks.map((kb) => Number(kb ?? Infinity) / 1024))
}

const line = (metric: string, unit: string, ours: number): Bench => {
  return {
    name: 'flood',
    metric,
    unit,
    ours,
    peer: null,
    peerName: null,
    ratio: null,
    target: null,
    ok: true,
  }
}

const atMost = (target: number, metric: string, unit: string, ours: number): Bench => {
  return { ...line(metric, unit, ours), target, ok: ours <= target }
}
