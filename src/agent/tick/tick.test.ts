import { describe, expect, test } from 'vitest'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import type { Running } from '#src/domain/cycle.ts'
import { emptyDay, emptyMonth, monthOf } from '#src/domain/spending.ts'
import { fakeTable } from '../../../tests/fakes/table.ts'
import { aHeartbeat, aPm, minutesAfter, nine } from '../../../tests/fixtures/desk.ts'
import { tick } from './tick.ts'

async function anAgent(before?: Running, alive: string[] = [], spent = 0) {
  const cycles = connectCycles(fakeTable())
  for (let version = 1; before && version <= before.version; version++)
    await cycles.beat({ ...before, version })
  const started: string[] = []
  const deps = {
    pm: async () => aPm(),
    standing: async (day: string) => ({ day: { ...emptyDay(day), spent }, month: emptyMonth(monthOf(day)) }),
    running: cycles.running,
    beat: (next: Running) => cycles.beat(next),
    isRunning: async (execution: string) => alive.includes(execution),
    startCycle: async (slot: string) => void started.push(slot),
    nameOf: (slot: string) => `cycle-${slot}`,
  }
  const at = (minutes: number, asked = false) =>
    tick(deps, { scheduledAt: minutesAfter(minutes).toISOString(), asked })
  return { at, started, deps, running: cycles.running }
}
const leased = (slot = nine) => aHeartbeat({ lease: { slot, execution: `cycle-${slot}` } })

describe('a tick', () => {
  test('of a new table begins the first check', async () => {
    const agent = await anAgent()
    expect(await agent.at(0.5)).toEqual({ slot: nine, started: true, says: 'started' })
    expect(await agent.running()).toMatchObject({
      version: 1,
      heartbeatAt: nine,
      lease: { slot: nine },
      lastCheckAt: null,
    })
    expect(agent.started).toEqual([nine])
  })

  test('takes its slot from its scheduled time, so that a late one is the same slot', async () => {
    const agent = await anAgent(aHeartbeat())
    expect(await agent.at(29)).toMatchObject({ slot: minutesAfter(15).toISOString(), started: true })
  })

  test('that the PM asked for is a check of its own, between two of the schedule, which goes on as before', async () => {
    const agent = await anAgent(aHeartbeat(), [], 350_000)
    expect(await agent.at(7, true)).toMatchObject({ slot: minutesAfter(7).toISOString(), started: true })
    expect(await agent.running()).toMatchObject({ heartbeatAt: minutesAfter(7).toISOString() })
    expect(await agent.at(7, true)).toMatchObject({ started: true })
  })

  test('delivered twice does nothing the second time', async () => {
    const agent = await anAgent(aHeartbeat())
    expect(await agent.at(0)).toMatchObject({ started: false, says: 'already done' })
    expect(await agent.running()).toMatchObject({ version: 3 })
  })

  test('that finds a check at work says so, gives its sign of life and leaves the lease', async () => {
    const agent = await anAgent(leased(), [`cycle-${nine}`])
    expect(await agent.at(15)).toMatchObject({ started: false, says: 'still running' })
    const next = minutesAfter(15).toISOString()
    expect(await agent.running()).toMatchObject({ heartbeatAt: next, lease: { slot: nine } })
    expect(agent.started).toEqual([])
  })

  test('of a slot that was passed over begins its check once nothing is at work, and only once', async () => {
    const next = minutesAfter(15).toISOString()
    const agent = await anAgent(aHeartbeat({ heartbeatAt: next, passedOver: next }))
    expect(await agent.at(15)).toMatchObject({ slot: next, started: true })
    await agent.deps.beat({ ...aHeartbeat(), ...(await agent.running()), version: 5, lease: null })
    expect(await agent.at(15)).toMatchObject({ started: false, says: 'already done' })
    expect(agent.started).toEqual([next])
  })

  test('takes over the lease of a check that has died', async () => {
    const agent = await anAgent(leased())
    expect(await agent.at(15)).toMatchObject({ started: true })
    expect(await agent.running()).toMatchObject({ lease: { slot: minutesAfter(15).toISOString() } })
  })

  test('that died between its lease and its start is made good by the next try', async () => {
    const agent = await anAgent(leased())
    expect(await agent.at(0)).toMatchObject({ slot: nine, started: true })
    expect(agent.started).toEqual([nine])
  })

  test('of two at once both name the same check, and naming it twice starts it once', async () => {
    const agent = await anAgent(aHeartbeat())
    await Promise.all([agent.at(15), agent.at(15)])
    const slot = minutesAfter(15).toISOString()
    expect([...new Set(agent.started)]).toEqual([slot])
    expect(await agent.running()).toMatchObject({ heartbeatAt: slot, lease: { slot } })
  })

  test('keeps the pause', async () => {
    const agent = await anAgent(aHeartbeat({ paused: true, pausedAt: nine }))
    await agent.at(15)
    expect(await agent.running()).toMatchObject({ paused: true, pausedAt: nine })
  })
})

describe('while money is short', () => {
  test.each([
    [1, 8, 0],
    [2, 4, 270_000],
    [4, 2, 300_000],
  ])(
    'every %i. slot begins a check: %i in two hours, and each gives its sign of life',
    async (every, begun, spent) => {
      const agent = await anAgent(undefined, [], spent)
      for (let n = 0; n < 8; n++) {
        const slot = minutesAfter(n * 15).toISOString()
        const said = await agent.at(n * 15)
        expect(said.says).toBe(agent.started.includes(slot) ? 'started' : 'saving')
        expect(await agent.running()).toMatchObject({ heartbeatAt: slot })
      }
      expect(agent.started).toHaveLength(begun)
      const ahead = agent.started.map((slot) => (Date.parse(slot) / 900_000) % every)
      expect(new Set(ahead)).toEqual(new Set([0]))
    },
  )
})
