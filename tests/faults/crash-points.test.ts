import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { FunctionName } from '#src/sandbox/cloud/functions.ts'
import { decisionDeps } from '#src/sandbox/play/decision-deps.ts'
import { allSignals } from '#src/sandbox/play/report.ts'
import { decide } from '#src/use-cases/decide.ts'
import { openCrashDesk, type CrashDesk } from '../fixtures/crash-desk.ts'
import { flaggedScenario, slotOf } from '../fixtures/flagged-scenario.ts'

/** Ten places in every function of a check: around each of its first five requests. */
const CYCLE_POINTS = [1, 2, 3, 4, 5].flatMap((n) => [`before:${n}`, `after:${n}`])
/** Ten places in performing an act: claiming it, asking Jira, the comment's way there and back, the receipt. */
const ACT_POINTS = [
  'before:POST /comment',
  'after:POST /comment',
  ...[12, 13, 14, 15].flatMap((n) => [`before:${n}`, `after:${n}`]),
]
/** The undo, the lease of a hand that died and what it led to are all over. */
const SWEEPS = [11, 50, 50, 50]
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

let desk: CrashDesk

beforeAll(async () => {
  desk = await openCrashDesk(flaggedScenario(CYCLE_POINTS.length))
  await desk.check(slotOf(0))
})

afterAll(() => desk.stop())

const pending = (): Promise<Escalation[]> => connectEscalations(desk.cloud.table).list('pending', 100)

test('a worker killed anywhere in a check loses no signal and asks nothing twice', async () => {
  for (const [index, point] of CYCLE_POINTS.entries()) {
    for (const name of STEPS) desk.killNext(name, point)
    await desk.check(slotOf(index + 1))
  }
  await desk.check(slotOf(CYCLE_POINTS.length + 1))

  expect(desk.deaths()).toBeGreaterThan(50)
  const { table } = desk.cloud
  const signals = await allSignals(table, { source: 'jira', account: '127.0.0.1' })
  const flags = signals.filter((signal) => signal.kind === 'flag')
  expect(flags.map((signal) => signal.ref).sort()).toEqual(keys())
  expect(signals.filter((signal) => signal.state === 'open')).toEqual([])
  expect((await pending()).map((asked) => asked.matterId).sort()).toEqual(keys())
  const { raid } = await connectArtefacts(table).working('SP')
  expect(raid.items.map((item) => item.origin).sort()).toEqual(keys())
}, 300_000)

test('a worker killed anywhere in an act performs it once, with a receipt', async () => {
  const { cloud } = desk
  const asked = await pending()
  const deathsBefore = desk.deaths()
  for (const [index, { projectId, id }] of asked.entries()) {
    await decide(decisionDeps(cloud.table), {
      projectId,
      escalationId: id,
      optionId: 'A',
      by: 'PM',
      device: 'test',
    })
    await desk.settle()
    desk.killNext('release-holds', ACT_POINTS[index] ?? 'after:1')
    await desk.sweep(SWEEPS)
  }
  expect(desk.deaths() - deathsBefore).toBeGreaterThanOrEqual(8)
  const acts = (await connectActs(cloud.table).ofProject('SP')).filter((act) => act.escalationId !== null)
  expect(acts.map((act) => act.status)).toEqual(acts.map(() => 'done'))
  const comments = acts.filter((act) => act.kind === 'jira_comment')
  expect(comments.map((act) => act.ref).sort()).toEqual(keys())
  const written = cloud.jira.journal().filter((record) => record.kind === 'comment')
  expect(written).toHaveLength(comments.length)
  expect(new Set(comments.map((act) => act.status === 'done' && act.receipt.id)).size).toBe(comments.length)
})

function keys(): string[] {
  return CYCLE_POINTS.map((_, index) => `SP-${101 + index}`).sort()
}
