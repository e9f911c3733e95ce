import { expect, test } from 'vitest'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { askedCheck } from '#src/domain/cycle.ts'
import { fakeTable } from '../../tests/fakes/table.ts'
import { aHeartbeat, minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { checkNow } from './check-now.ts'

async function anAgent(before?: Parameters<typeof aHeartbeat>[0]) {
  const { running, beat } = connectCycles(fakeTable())
  if (before) await beat(aHeartbeat({ ...before, version: 1 }))
  const ask = (minute: number) => checkNow({ now: () => minutesAfter(minute), running, beat })
  return { ask, running }
}

test('a check is asked for at this moment, once a minute', async () => {
  const { ask, running } = await anAgent({})
  expect(await ask(7)).toBe('asked')
  expect(await running()).toMatchObject({ askedAt: minutesAfter(7).toISOString(), version: 2 })
  expect(await ask(7.5)).toBe('at work')
  expect(await running()).toMatchObject({ version: 2 })
  expect(await ask(8.5)).toBe('asked')
})

test('while a check is at work, it is that one', async () => {
  const { ask } = await anAgent({ lease: { slot: nine, execution: 'cycle' } })
  expect(await ask(7)).toBe('at work')
})

test('an agent that has never run is not asked', async () => {
  await expect((await anAgent()).ask(7)).rejects.toThrow('The agent has not run yet.')
})

test('what was asked for is over as soon as that check has begun', () => {
  const askedAt = minutesAfter(7).toISOString()
  expect(askedCheck(aHeartbeat({ askedAt }))).toBe(askedAt)
  expect(askedCheck(aHeartbeat({ askedAt, heartbeatAt: askedAt }))).toBeUndefined()
})
