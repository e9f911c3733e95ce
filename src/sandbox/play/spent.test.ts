import { expect, test } from 'vitest'
import { asker } from '#src/asking/ask.ts'
import { fakeTable } from '../../../tests/fakes/table.ts'
import { anAsker, aRequest } from '../../../tests/fixtures/asking.ts'
import { spent } from './spent.ts'

const [october, november] = [new Date('2026-10-12T07:00:00.000Z'), new Date('2026-11-05T17:00:00.000Z')]

test('a play’s calls are counted over the months it went through, in dollars; what was not asked costs nothing', async () => {
  const table = fakeTable()
  expect(await spent(table, october, november)).toEqual({ modelCalls: 0, costUsd: 0 })
  const { deps, clock } = anAsker(table)
  const ask = asker(deps)
  await ask(aRequest())
  Object.assign(clock, { now: new Date('2026-11-02T09:00:00.000Z') })
  await ask(aRequest({ content: 'Which now?' }))
  const both = await spent(table, october, november)
  expect(both.modelCalls).toBe(2)
  expect(both.costUsd).toBeCloseTo(0.0003, 6)
  expect((await spent(table, october, new Date('2026-10-30T17:30:00.000Z'))).modelCalls).toBe(1)
})
