import { beforeEach, describe, expect, test } from 'vitest'
import type { Act } from '#src/domain/act.ts'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { anAct } from '../../tests/fixtures/builders.ts'
import { minutesAfter } from '../../tests/fixtures/desk.ts'
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
    expect(await performed(act)).toMatchObject({ status: 'executing', lease: { attempt: 1 } })
    expect(it.vendor.did).toEqual([])
    it.world.paused = false
    it.world.now = minutesAfter(2, it.world.now)
    expect(await performed(act)).toMatchObject({ status: 'done' })
    expect(it.vendor.did).toEqual(['A1'])
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
  const first = () => anAct(undefined, { escalationId: 'E1' })
  const second = () => anAct(undefined, { id: 'A2', escalationId: 'E1', after: 'A1', summary: 'Log entry' })

  test('waits for the act it speaks of, and follows it at once', async () => {
    await it.put(first())
    await it.put(second())
    expect(await performed(second())).toMatchObject({ status: 'planned' })
    await performed(first())
    expect(await it.stored(second())).toMatchObject({ status: 'done' })
    expect(it.vendor.did).toEqual(['A1', 'A2'])
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
})
