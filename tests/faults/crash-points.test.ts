import { addSeconds } from 'date-fns'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import type { FunctionName } from '#src/sandbox/cloud/functions.ts'
import { WorkerPool } from '#src/sandbox/cloud/worker-pool.ts'
import { decisionDeps } from '#src/sandbox/play/decision-deps.ts'
import { settle } from '#src/sandbox/play/player.ts'
import { allSignals } from '#src/sandbox/play/report.ts'
import { decide } from '#src/use-cases/decide.ts'
import { flaggedScenario, slotOf } from '../fixtures/flagged-scenario.ts'

/** Ten places in every function of a check: around each of its first five requests. */
const CYCLE_POINTS = [1, 2, 3, 4, 5].flatMap((n) => [`before:${n}`, `after:${n}`])
/** Ten places in performing an act: claiming it, asking Jira, the comment's way there and back, the receipt. */
const ACT_POINTS = [
  'before:POST /comment',
  'after:POST /comment',
  ...[9, 10, 11, 12].flatMap((n) => [`before:${n}`, `after:${n}`]),
]
const STEPS: FunctionName[] = [
  'tick',
  'heartbeat',
  'detect-changes',
  'normalise',
  'sanitise',
  'classify',
  'reason',
  'execute',
  'update-artefacts',
  'housekeeping',
  'on-change',
]

let cloud: Cloud
let workers: WorkerPool | undefined
const folder = mkdtempSync(join(tmpdir(), 'pm-crash-'))

beforeAll(async () => {
  const scenario = flaggedScenario(CYCLE_POINTS.length)
  cloud = await startCloud({
    scenario,
    folder,
    ports: await freePorts(),
    startAt: scenario.start,
    functions: (env) => {
      workers = new WorkerPool(env, () => undefined)
      return { invoke: workers.invoke, close: workers.close }
    },
    retryAtOnce: true,
    log: () => undefined,
  })
  await check(0)
})

afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A check, ticked again as the scheduler does when the tick itself died. */
async function check(n: number): Promise<void> {
  cloud.clock.standAt(slotOf(n))
  for (let tries = 0; tries < 3; tries++) {
    const ticked = await cloud.invoke('tick', { scheduledAt: slotOf(n).toISOString() }).catch(() => undefined)
    if (ticked) break
  }
  await settle(cloud)
}

const pending = (): Promise<Escalation[]> => connectEscalations(cloud.table).list('pending', 100)

test('a worker killed anywhere in a check loses no signal and asks nothing twice', async () => {
  for (const [index, point] of CYCLE_POINTS.entries()) {
    for (const name of STEPS) workers?.killNext(name, point)
    await check(index + 1)
  }
  await check(CYCLE_POINTS.length + 1)

  expect(workers?.deaths()).toBeGreaterThan(50)
  const signals = await allSignals(cloud.table, { source: 'jira', account: '127.0.0.1' })
  const flags = signals.filter((signal) => signal.kind === 'flag')
  expect(flags.map((signal) => signal.ref).sort()).toEqual(keys())
  expect(signals.filter((signal) => signal.state === 'open')).toEqual([])
  expect((await pending()).map((asked) => asked.matterId).sort()).toEqual(keys())
  const { raid } = await connectArtefacts(cloud.table).working('SP')
  expect(raid.items.map((item) => item.origin).sort()).toEqual(keys())
}, 300_000)

test('a worker killed anywhere in an act performs it once, with a receipt', async () => {
  const asked = await pending()
  const deathsBefore = workers?.deaths() ?? 0
  for (const [index, { projectId, id }] of asked.entries()) {
    await decide(decisionDeps(cloud.table), {
      projectId,
      escalationId: id,
      optionId: 'A',
      by: 'PM',
      device: 'test',
    })
    await settle(cloud)
    workers?.killNext('release-holds', ACT_POINTS[index] ?? 'after:1')
    await sweep()
  }
  expect((workers?.deaths() ?? 0) - deathsBefore).toBeGreaterThanOrEqual(8)
  const acts = (await connectActs(cloud.table).ofProject('SP')).filter((act) => act.escalationId !== null)
  expect(acts.map((act) => act.status)).toEqual(acts.map(() => 'done'))
  const comments = acts.filter((act) => act.kind === 'jira_comment')
  expect(comments.map((act) => act.ref).sort()).toEqual(keys())
  const written = cloud.jira.journal().filter((record) => record.kind === 'comment')
  expect(written).toHaveLength(comments.length)
  expect(new Set(comments.map((act) => act.status === 'done' && act.receipt.id)).size).toBe(comments.length)
})

/** The minute's sweep, until the undo, the lease of a hand that died and what it led to are all over. */
async function sweep(): Promise<void> {
  for (const seconds of [11, 50, 50, 50]) {
    const at = addSeconds(cloud.clock.now(), seconds)
    cloud.clock.standAt(at)
    await cloud.invoke('release-holds', { scheduledAt: at.toISOString() }).catch(() => undefined)
    await settle(cloud)
  }
}

function keys(): string[] {
  return CYCLE_POINTS.map((_, index) => `SP-${101 + index}`).sort()
}
