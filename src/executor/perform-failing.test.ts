import { differenceInMinutes } from 'date-fns/differenceInMinutes'
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

const given = async (act: Act = anAct()) => {
  await it.put(act)
  return act
}
const later = (minutes: number) => (it.world.now = minutesAfter(minutes, it.world.now))
const performed = async (act: Act) => await performDue(it.deps, await it.stored(act))
const done = { status: 'done', receipt: { id: 'comment of A1' } }

describe('when the vendor or the worker fails', () => {
  test('a worker that dies after the vendor took it: the next one asks, finds it, and does nothing twice', async () => {
    const act = await given()
    const perform = it.deps.hands.jira_comment.perform
    it.deps.hands.jira_comment.perform = async (permit) => {
      const receipt = await perform(permit)
      it.world.killed = true
      return receipt
    }
    await expect(performed(act)).rejects.toThrow('dead')
    it.world.killed = false
    expect(await performed(act)).toMatchObject({ status: 'executing' })
    later(1)
    expect(await performed(act)).toMatchObject(done)
    expect(it.vendor.did).toEqual(['A1'])
  })

  test('a reply that was lost is settled by asking', async () => {
    const act = await given()
    it.vendor.mood = 'lostReply'
    expect(await performed(act)).toMatchObject({ status: 'executing', lease: { attempt: 1 } })
    it.vendor.mood = 'takes'
    later(1)
    expect(await performed(act)).toMatchObject(done)
    expect(it.vendor.requests).toBe(1)
  })

  test('throttled: it waits as long as it was told, then tries again', async () => {
    const act = await given()
    it.vendor.mood = 'busy'
    const waiting = await performed(act)
    expect(waiting).toMatchObject({ status: 'executing', lease: { until: minutesAfter(0.5).toISOString() } })
    it.vendor.mood = 'takes'
    expect(await performed(act)).toEqual(waiting)
    later(0.5)
    expect(await performed(act)).toMatchObject(done)
  })

  test('somebody else was first: its lease stays as it was taken', async () => {
    const act = await given()
    const conflict = Object.assign(new Error('Not the version.'), { name: 'Conflict' })
    it.deps.hands.jira_comment.perform = () => Promise.reject(conflict)
    await performed(act)
    const until = minutesAfter(0.75).toISOString()
    expect(await it.stored(act)).toMatchObject({ status: 'executing', lease: { attempt: 1, until } })
  })

  test('refused: failed, with the reason in the log, and never tried again', async () => {
    const act = await given()
    it.vendor.mood = 'refuses'
    expect(await performed(act)).toMatchObject({ status: 'failed', reason: 'No such ticket.' })
    later(60)
    await performed(act)
    expect(it.vendor.requests).toBe(1)
    expect(it.events()).toMatchObject([{ kind: 'act_failed' }])
  })

  test('never taken: tried five times, then failed', async () => {
    const act = await given()
    it.vendor.mood = 'unreachable'
    for (let tries = 0; tries < 8; tries++) {
      await performed(act)
      later(2)
    }
    expect(await it.stored(act)).toMatchObject({ status: 'failed', reason: 'it was tried five times' })
    expect(it.vendor.requests).toBe(5)
  })

  test.each([
    ['it had arrived', true, done],
    ['it never arrived', false, { status: 'failed', reason: 'it never arrived' }],
  ])('the vendor can not tell: not certain, until it can (%s)', async (_, arrived, end) => {
    const act = await given()
    it.vendor.mood = 'silent'
    await performed(act)
    later(1)
    const asked = await performed(act)
    expect(asked).toMatchObject({ status: 'unknown', reason: 'Jira does not answer.' })
    later(1)
    const askAgainAt = minutesAfter(2, it.world.now).toISOString()
    expect(await performed(act)).toMatchObject({ status: 'unknown', askAgainAt })
    if (arrived) it.vendor.did.push('A1')
    it.vendor.mood = 'takes'
    expect(await performed(act)).toMatchObject({ status: 'unknown', askAgainAt })
    later(2)
    expect(await performed(act)).toMatchObject(end)
    expect(it.vendor.requests).toBe(1)
  })

  test('who can never tell is asked twice as late each time, and once a day in the end', async () => {
    const act = await given()
    it.vendor.mood = 'silent'
    await performed(act)
    const waits: number[] = []
    for (let times = 0; times < 13; times++) {
      later(waits.at(-1) ?? 1)
      const asked = await performed(act)
      if (asked.status === 'unknown') waits.push(differenceInMinutes(asked.askAgainAt, it.world.now))
    }
    expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8])
    expect(waits.slice(-3)).toEqual([1024, 1440, 1440])
  })
})
