import { describe, expect, test } from 'vitest'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { actSk, actsPk } from '#src/adapters/dynamo/keys.ts'
import type { Running } from '#src/domain/cycle.ts'
import { FunctionFailed, type Invoke } from '#src/sandbox/cloud/functions.ts'
import { fakeTable } from '../../../tests/fakes/table.ts'
import { anAct } from '../../../tests/fixtures/builders.ts'
import { aHeartbeat, hours, minutesAfter, NINE } from '../../../tests/fixtures/desk.ts'
import { play } from './player.ts'

type Firing = { name: string; minute: number; scheduled: number }

/** A cloud in which the test says how a tick and a sweep go; `changes`, `mail`: whether Jira or Outlook has something new at each slot. */
async function aPlay(world: {
  check?: (slot: string) => Partial<Running>
  fails?: (firing: Firing) => boolean
  sweep?: 'clears' | 'changes nothing'
  changes?: boolean
  mail?: boolean
}) {
  const table = fakeTable()
  const cycles = connectCycles(table)
  await cycles.beat(aHeartbeat({ version: 1 }))
  const fired: Firing[] = []
  const said: string[] = []
  let now = NINE
  const minutes = (at: Date) => (at.getTime() - NINE.getTime()) / 60_000
  const invoke: Invoke = async (name, payload) => {
    const { scheduledAt: slot = '' } = Object(payload)
    const firing = { name, minute: minutes(now), scheduled: minutes(new Date(String(slot))) }
    fired.push(firing)
    if (world.fails?.(firing)) throw new FunctionFailed('JiraUnavailable', 'Jira answered 500.')
    if (name === 'tick') {
      const before = (await cycles.running()) ?? aHeartbeat({ version: 0 })
      const beat = { heartbeatAt: String(slot), lastCheckAt: String(slot), ...world.check?.(String(slot)) }
      await cycles.beat({ ...before, version: before.version + 1, ...beat })
    } else if (world.sweep !== 'changes nothing')
      await table.write([{ remove: { PK: actsPk('SP'), SK: actSk('A1') } }])
    return null
  }
  const cloud = {
    table,
    invoke,
    clock: { now: () => now, standAt: (at: Date) => void (now = at) },
    jira: { changedBetween: () => world.changes ?? false },
    graph: { changedBetween: () => world.mail ?? false },
    asana: { changedBetween: () => false },
    machines: { idle: async () => undefined },
    stream: { drain: async () => 0 },
  }
  const scenario = {
    ...{ tickMinutes: 15, faults: [], decisions: [], timeZone: 'Europe/London' },
    ...{
      pm: { name: 'Morgan', email: 'morgan@example.com' },
      workingHours: { from: hours.from, to: hours.to },
    },
  }
  const run = () =>
    play({ cloud, scenario, from: NINE, until: minutesAfter(45), log: (line) => said.push(line) })
  const dueAt = (minute: number) => {
    const notBefore = minutesAfter(minute).toISOString()
    return connectActs(table).save(anAct({ status: 'planned', notBefore, outcome: 'approved' }), {
      events: [],
    })
  }
  const minutesOf = (name: string) => fired.filter((each) => each.name === name).map(({ minute }) => minute)
  return { run, dueAt, fired, said, minutesOf }
}

describe('ticks', () => {
  test('given that nothing is new, then all but the first are passed over', async () => {
    const { run, minutesOf } = await aPlay({})
    expect(await run()).toEqual({ cycles: 1, quietSkipped: 3 })
    expect(minutesOf('tick')).toEqual([0])
  })

  test('given mail, then the agent looks, though Jira is still', async () => {
    const { run } = await aPlay({ mail: true })
    expect(await run()).toEqual({ cycles: 4, quietSkipped: 0 })
  })

  test.each([
    [
      'failed',
      (): Partial<Running> => ({ lastCheckAt: NINE.toISOString(), heartbeatAt: '2026-10-22T08:01:00.000Z' }),
    ],
    ['never ended well', (): Partial<Running> => ({ lastCheckAt: null })],
    ['did not end', (slot: string): Partial<Running> => ({ lease: { slot, execution: 'cycle' } })],
  ])('given a check that %s, then each following tick tries again', async (_how, check) => {
    const { run, minutesOf } = await aPlay({ check })
    expect(await run()).toEqual({ cycles: 4, quietSkipped: 0 })
    expect(minutesOf('tick')).toEqual([0, 15, 30, 45])
  })

  test('given one that fails twice, then the same slot is fired again a minute later each time', async () => {
    const { run, fired, said } = await aPlay({ fails: ({ minute }) => minute < 2 })
    expect(await run()).toEqual({ cycles: 1, quietSkipped: 3 })
    expect(fired.map(({ minute, scheduled }) => [minute, scheduled])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ])
    expect(said[0]).toBe('[play] 2026-10-22T08:00:00.000Z tick: JiraUnavailable: Jira answered 500.')
    expect(said).toHaveLength(2)
  })

  test('given one that fails until the next slot has come, then that one is fired', async () => {
    const { run, fired } = await aPlay({ fails: ({ scheduled }) => scheduled === 0 })
    expect(await run()).toEqual({ cycles: 1, quietSkipped: 2 })
    expect(fired).toHaveLength(16)
    expect(fired.at(-1)).toEqual({ name: 'tick', minute: 15, scheduled: 15 })
  })
})

describe('what is due between two ticks', () => {
  test('is swept up at its minute', async () => {
    const { run, dueAt, minutesOf } = await aPlay({})
    await dueAt(20)
    await run()
    expect(minutesOf('release-holds')).toEqual([20])
  })

  test('given a sweep that fails twice, then it is repeated at the next minutes and the play goes on', async () => {
    const { run, dueAt, minutesOf, said } = await aPlay({ fails: ({ minute }) => minute > 0 && minute < 22 })
    await dueAt(20)
    expect(await run()).toEqual({ cycles: 1, quietSkipped: 3 })
    expect(minutesOf('release-holds')).toEqual([20, 21, 22])
    expect(said).toHaveLength(2)
  })

  test('given a sweep that always fails, then ticks go on beside it and the play still ends', async () => {
    const { run, dueAt, minutesOf } = await aPlay({
      fails: ({ name }) => name === 'release-holds',
      changes: true,
    })
    await dueAt(20)
    expect(await run()).toEqual({ cycles: 4, quietSkipped: 0 })
    expect(minutesOf('tick')).toEqual([0, 15, 30, 45])
    expect(minutesOf('release-holds').at(-1)).toBe(45)
  })

  test('given a sweep that works and changes nothing, then the play gives up and says so', async () => {
    const { run, dueAt } = await aPlay({ sweep: 'changes nothing' })
    await dueAt(20)
    await expect(run()).rejects.toThrow(/stays due \(2026-10-22T08:20:00.000Z/)
  })
})
