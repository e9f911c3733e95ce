import { expect, test } from 'vitest'
import { fakeTable } from '../../tests/fakes/table.ts'
import { aMailSuggestion, anAct } from '../../tests/fixtures/builders.ts'
import { hours, minutesAfter, NINE } from '../../tests/fixtures/desk.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { idFor } from '#src/adapters/ids.ts'
import type { Act } from '#src/domain/act.ts'
import { ruleOnMany, type ManyDeps } from './rule-on-many.ts'

const by = 'Morgan Reid'
const held = (id: string) => anAct({ status: 'held', heldUntil: minutesAfter(5).toISOString() }, { id })
const awaiting = anAct({ status: 'awaiting', waitsUntil: minutesAfter(600).toISOString() }, { id: 'ASKS' })
const outside: Act = {
  ...held('OUT'),
  kind: 'email_external',
  payload: aMailSuggestion({}, 'email_external').payload,
}
const which = (...ids: string[]) => ids.map((actId) => ({ projectId: 'SP', actId }))

async function aDesk(acts: Act[], paused = false) {
  const store = connectActs(fakeTable())
  for (const each of acts) await store.save(each, { events: [] })
  const deps: ManyDeps = {
    ...{ now: () => NINE, realNow: () => NINE, newId: idFor, hours: async () => hours },
    ...{ act: store.get, saveAct: store.save, paused: async () => paused },
  }
  return { deps, statusOf: async (id: string) => (await store.get('SP', id))?.status }
}

test('each has its own transaction and its own answer: one that is gone keeps no other back', async () => {
  const { deps, statusOf } = await aDesk([held('A'), held('B'), awaiting])
  const asked = { ruling: 'stop' as const, because: 'wrong_facts' as const, reason: 'it moved', by }
  const ruled = await ruleOnMany(deps, which('A', 'GONE', 'ASKS'), asked)
  expect(ruled.map(({ status, refused }) => [status, refused])).toEqual([
    ['cancelled', null],
    [null, 'There is no such act.'],
    ['cancelled', null],
  ])
  expect(await deps.act('SP', 'A')).toMatchObject({ because: 'wrong_facts', reason: 'wrong facts: it moved' })
  expect(await statusOf('B')).toBe('held')
})

test('what has to be read first is not sent among others', async () => {
  const { deps, statusOf } = await aDesk([held('A'), outside, awaiting])
  const ruled = await ruleOnMany(deps, which('A', 'OUT', 'ASKS'), { ruling: 'send-now', by })
  expect(ruled.map(({ status }) => status)).toEqual(['planned', null, null])
  expect(ruled.map(({ refused }) => refused)).toEqual([
    null,
    'It goes outside: read it, and send it from below its text.',
    'It waits for your word: read it, and send it by itself.',
  ])
  expect([await statusOf('OUT'), await statusOf('ASKS')]).toEqual(['held', 'awaiting'])
})

test('while paused nothing is sent in numbers', async () => {
  const { deps, statusOf } = await aDesk([held('A'), held('B')], true)
  const ruled = await ruleOnMany(deps, which('A', 'B'), { ruling: 'send-now', by })
  expect(ruled.every(({ refused }) => refused?.startsWith('Paused') ?? false)).toBe(true)
  expect(await statusOf('A')).toBe('held')
})

test('held longer together, each by its own time; what has no time says so', async () => {
  const { deps } = await aDesk([held('A'), awaiting])
  const until = { choice: 'tomorrow' as const }
  const ruled = await ruleOnMany(deps, which('A', 'ASKS'), { ruling: 'longer', until, by })
  expect(ruled.map(({ refused }) => refused)).toEqual([
    null,
    'It has no time to put back: it waits for your word.',
  ])
  expect(await deps.act('SP', 'A')).toMatchObject({ heldUntil: '2026-10-23T07:30:00.000Z' })
})

test('a fault is none of the refusals, and rises', async () => {
  const { deps } = await aDesk([held('A')])
  const broken = { ...deps, saveAct: () => Promise.reject(new Error('the table is away')) }
  const asked = { ruling: 'stop' as const, reason: '', by }
  await expect(ruleOnMany(broken, which('A'), asked)).rejects.toThrow('the table is away')
})
