import { beforeEach, describe, expect, test } from 'vitest'
import type { Act, ActState } from '#src/domain/act.ts'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { anAct, anUpdate } from '../../tests/fixtures/builders.ts'
import { minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { performDue } from './perform.ts'

let it = anExecutorWorld()
beforeEach(async () => {
  it = anExecutorWorld()
  await it.begin()
})

const performed = async (act: Act) => await performDue(it.deps, await it.stored(act))

/** Jira asked to wait: the act is `executing`, nothing was done, and its lease runs out. */
async function throttled(): Promise<Act> {
  const act = anAct()
  await it.put(act)
  it.vendor.mood = 'busy'
  await performed(act)
  it.vendor.mood = 'takes'
  it.world.now = minutesAfter(2, it.world.now)
  return act
}

describe('an act that has to be tried again', () => {
  test('waits while paused, without losing an attempt, and goes afterwards', async () => {
    const act = await throttled()
    it.world.paused = true
    const until = minutesAfter(1, it.world.now).toISOString()
    expect(await performed(act)).toMatchObject({ status: 'executing', lease: { attempt: 1, until } })
    expect(await it.stored(act)).toMatchObject({ lease: { until } })
    expect(it.vendor.did).toEqual([])
    it.world.paused = false
    it.world.now = minutesAfter(2, it.world.now)
    expect(await performed(act)).toMatchObject({ status: 'done' })
    expect(it.vendor.did).toEqual(['A1'])
    expect(await it.acts.isPermitUsed('SP', 'A1', 2)).toBe(true)
  })

  test.each([
    ['the dial is at Observe', () => (it.world.dial = 'monitoring')],
    ['SP-1 has moved to Done', () => (it.world.problem = 'SP-1 has moved to Done')],
  ])('ends without being done when %s', async (reason, change) => {
    const act = await throttled()
    change()
    expect(await performed(act)).toMatchObject({ status: 'failed', reason })
    expect(it.vendor.did).toEqual([])
  })
})

describe('a document that says what was done', () => {
  const decided = { escalationId: 'E1' }
  const first = (whose: Partial<Act> = decided) => anAct(undefined, whose)
  const second = (whose: Partial<Act> = decided) =>
    anAct(undefined, { ...whose, id: 'A2', after: 'A1', summary: 'Log entry' })

  test('waits for the act it speaks of, and follows it at once', async () => {
    await it.put(first())
    await it.put(second())
    expect(await performed(second())).toMatchObject({ status: 'planned' })
    await performed(first())
    expect(await it.stored(second())).toMatchObject({ status: 'done' })
    expect(it.vendor.did).toEqual(['A1', 'A2'])
  })

  test('follows what the PM asked for as well', async () => {
    await it.put(first({ askedFor: true }))
    await it.put(second({ askedFor: true }))
    await performed(first())
    expect(await it.stored(second())).toMatchObject({ status: 'done' })
  })

  test('falls with it: nothing is claimed that did not happen', async () => {
    await it.put(first())
    await it.put(second())
    it.vendor.mood = 'refuses'
    expect(await performed(first())).toMatchObject({ status: 'failed' })
    expect(await it.stored(second())).toMatchObject({
      status: 'cancelled',
      reason: 'Comment on SP-1 was not done',
    })
  })

  test.each<ActState>([
    { status: 'cancelled', by: 'Morgan', reason: 'no' },
    { status: 'expired' },
    { status: 'failed', reason: 'No such ticket.', outcome: 'approved' },
  ])('is not written when that act was $status before', async (ended) => {
    await it.put({ ...first(), ...ended })
    await it.put(second())
    expect(await performed(second())).toMatchObject({ status: 'cancelled', by: 'executor' })
    expect(it.vendor.requests).toBe(0)
  })
})

describe('nothing is asked in vain', () => {
  const never = async () => {
    throw new Error('It was asked.')
  }

  test.each([
    ['of the source while paused', { paused: true }, 'premiseProblem', 'held'],
    ['of the source at Observe', { dial: 'monitoring' }, 'premiseProblem', 'escalated'],
    ['of the ticket once the premise broke', { problem: 'SP-1 has moved to Done' }, 'ticket', 'escalated'],
  ] as const)('%s', async (_, world, what, status) => {
    Object.assign(it.world, world)
    it.deps[what] = never
    await it.put(anAct({ status: 'held', heldUntil: nine }))
    expect(await performed(anAct())).toMatchObject({ status })
  })

  test('of register, hours, other acts and followers for a document that the agent writes alone', async () => {
    Object.assign(it.deps, { people: never, hours: never, recentActs: never, followers: never, act: never })
    const { payload } = anUpdate()
    await it.put(
      anAct({ status: 'planned', notBefore: nine, outcome: 'auto' }, { kind: payload.kind, payload }),
    )
    expect(await performed(anAct())).toMatchObject({ status: 'done' })
  })

  test('of the register for a comment that names nobody', async () => {
    it.deps.people = never
    await it.put(anAct({ status: 'held', heldUntil: nine }))
    expect(await performed(anAct())).toMatchObject({ status: 'done' })
  })
})
