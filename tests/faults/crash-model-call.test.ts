import { addDays } from 'date-fns/addDays'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import { costOfCall } from '#src/domain/model-call.ts'
import { monthOf } from '#src/domain/spending.ts'
import { allSignals } from '#src/sandbox/play/report.ts'
import { openCrashDesk, type CrashDesk } from '../fixtures/crash-desk.ts'
import { crashScenario, mailNames } from '../fixtures/crash-mail.ts'
import { slotOf } from '../fixtures/flagged-scenario.ts'

const CALL = 'POST /v1/messages'
/** After the call: whether the reservation stands, how the day stands, and then the transaction that books it. */
const SETTLE = `${CALL}+3`
/** Asked: whether Claude has worked the answer out. Booked: whether the ledger knew before the worker died. */
const POINTS = [
  { point: `before:${CALL}`, asked: false, booked: false },
  { point: `after:${CALL}`, asked: true, booked: false },
  { point: `before:${SETTLE}`, asked: true, booked: false },
  { point: `after:${SETTLE}`, asked: true, booked: true },
  { point: `after:${CALL}+4`, asked: true, booked: true },
]
const STEPS = ['sanitise', 'classify', 'reason'] as const
/** Each check in which all three die is followed by one that nothing disturbs; each has a mail and a flag of its own. */
const CHECKS = 2 * POINTS.length

const numbers = Array.from({ length: CHECKS }, (_, index) => index + 1)

let desk: CrashDesk

beforeAll(async () => {
  desk = await openCrashDesk(crashScenario({ checks: CHECKS, mails: CHECKS }))
  await desk.check(slotOf(0))
})

afterAll(() => desk.stop())

test('each step that asks is killed at each point of its call, and its check ends all the same', async () => {
  for (const [index, { point }] of POINTS.entries()) {
    for (const name of STEPS) desk.killNext(name, point)
    await desk.check(slotOf(2 * index + 1))
    await desk.check(slotOf(2 * index + 2))
    expect(desk.deaths()).toBe((index + 1) * STEPS.length)
  }
  await desk.check(addDays(slotOf(0), 1))
})

test('every signal has its verdict and its facts, and every decision was raised once', async () => {
  const { table } = desk.cloud
  const source = { source: 'outlook', account: 'morgan.reid@example.com' } as const
  const mails = await allSignals(table, source)
  expect(mails.map(({ ref }) => ref).sort()).toEqual(numbers.map((n) => mailNames(n).ref).sort())
  for (const mail of mails) {
    expect(mail.facts).not.toEqual([])
    expect(mail.verdict).not.toBeNull()
  }
  const signals = [...mails, ...(await allSignals(table, { source: 'jira', account: '127.0.0.1' }))]
  expect(signals.filter(({ state, verdict }) => state === 'open' || verdict === null)).toEqual([])
  const raised = await connectEscalations(table).list('pending', 100)
  expect(raised.map(({ matterId }) => matterId).sort()).toEqual(numbers.map((n) => `SP-${100 + n}`).sort())
})

/** The double's journal is what the vendor bills. Where an answer died with the worker, the playbook's words stand. */
test('no answer is bought twice', async () => {
  const prompts = Map.groupBy(desk.cloud.claude.journal(), ({ model, prompt }) => `${model}\n${prompt}`)
  expect([...prompts.values()].filter((calls) => calls.length > 1)).toEqual([])
  const raised = await connectEscalations(desk.cloud.table).list('pending', 100)
  const plain = raised.filter(({ wordedBy }) => wordedBy === 'rules').map(({ matterId }) => matterId)
  const unbooked = POINTS.flatMap(({ booked }, index) => (booked ? [] : [`SP-${101 + 2 * index}`]))
  expect(plain.sort()).toEqual(unbooked)
})

/**
 * Each call stands in the ledger once for each time it was made: settled with its answer, or charged its worst case where
 * the worker died unbooked. That is so too of a call that never left, since nobody can tell.
 */
test('the ledger has every call that the vendor bills, and nothing stays set apart', async () => {
  const { days, calls } = await connectSpending(desk.cloud.table).list(monthOf(slotOf(0).toISOString()))
  const settled = calls.filter(({ status }) => status === 'settled')
  const charged = calls.filter(({ status }) => status === 'lost')
  expect(calls.filter(({ status }) => status === 'reserved' || status === 'released')).toEqual([])
  expect(calls).toHaveLength(CHECKS * STEPS.length)
  expect(charged).toHaveLength(POINTS.filter(({ booked }) => !booked).length * STEPS.length)
  const neverLeft = POINTS.filter(({ asked }) => !asked).length * STEPS.length
  expect(desk.cloud.claude.calls()).toBe(settled.length + charged.length - neverLeft)
  expect(days.reduce((sum, { reserved }) => sum + reserved, 0)).toBe(0)
  expect(days.reduce((sum, { spent }) => sum + spent, 0)).toBe(
    calls.reduce((sum, call) => sum + costOfCall(call), 0),
  )
})
