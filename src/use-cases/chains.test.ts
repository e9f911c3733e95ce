import { describe, expect, test } from 'vitest'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectMemories } from '#src/adapters/dynamo/memories.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { actRow, escalationRow, matterRow, signalRow } from '#src/adapters/dynamo/rows.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { idFor } from '#src/adapters/ids.ts'
import type { CallIn, SkippedCall } from '#src/domain/model-call.ts'
import { HAIKU, SONNET } from '#src/domain/prices.ts'
import { fakeTable } from '../../tests/fakes/table.ts'
import { aMatter, anAct, anEscalation, anEvidence } from '../../tests/fixtures/builders.ts'
import { aPm, aProject, NINE, nine } from '../../tests/fixtures/desk.ts'
import { aMail } from '../../tests/fixtures/talk.ts'
import { NoSuchDecision, NoSuchSignal } from './refusals.ts'
import { viewChain } from './view-chain.ts'
import { viewRead } from './view-read.ts'
import { viewSignal } from './view-signal.ts'

const aGauge = (n: number) => aMail({ id: `outlook/m/${n}`, externalId: `${n}`, title: `Gauge ${n}` })
const [first, second] = [aGauge(1), aGauge(2)]
const call = (step: string, about: string[], cost: number, answer: unknown): CallIn<'settled'> => ({
  ...{ hash: `${step} ${about.join()}`, version: 2, step, model: step === 'reason' ? SONNET : HAIKU },
  ...{ prompt: `${step}@1`, projectId: 'SP', about, day: '2026-10-22', worst: cost, askedAt: nine },
  ...{ status: 'settled', usage: { input: 1, output: 1, cacheWrite: 0, cacheRead: 0 }, cost, answer },
  ...{ spoilt: null, settledAt: nine },
})
const sortedBoth = {
  signals: [
    { id: 's1', importance: 'low' },
    { id: 's2', importance: 'high' },
  ],
}
const calls = [
  call('classify', [first.id, second.id], 100, sortedBoth),
  call('reason', [second.id], 4000, { title: 'The gauge fails' }),
  call('reason', [first.id, second.id], 9000, { title: 'Of another decision' }),
]
const skipped: SkippedCall[] = [
  {
    ...{ hash: 'x', step: 'sanitise', why: 'saving', projectId: 'SP', about: [second.id] },
    ...{ day: '2026-10-22', at: nine },
  },
]
const asked = anEscalation({ facts: [anEvidence({ signalId: second.id, text: 'The gauge' })] })

async function aTable() {
  const table = fakeTable()
  const act = anAct({ status: 'proposed' }, { id: 'A1', evidence: [anEvidence({ signalId: second.id })] })
  const both = [first, second]
  const rows = [...both.map(signalRow), escalationRow(asked), actRow(act), matterRow(aMatter({}, both))]
  for (const put of rows) await table.write([{ put }])
  return {
    ...{ now: () => NINE, newId: idFor, pm: async () => aPm(), project: async () => aProject() },
    ...{ signals: connectSignals(table), matters: connectMatters(table), people: connectPeople(table) },
    ...{ escalations: connectEscalations(table), acts: connectActs(table), memories: connectMemories(table) },
    spending: { list: async () => ({ calls, skipped }) },
  }
}

describe('the full chain of a signal', () => {
  test('has what was asked about it, its part of the price and of the answer, and what rests on it', async () => {
    const view = await viewSignal(await aTable(), { projectId: 'SP', signalId: second.id })
    expect(view.asked.calls.map(({ call: { prompt }, cost, answer }) => [prompt, cost, answer])).toEqual([
      ['classify@1', 50, { id: 's2', importance: 'high' }],
      ['reason@1', 4000, { title: 'The gauge fails' }],
      ['reason@1', 4500, { title: 'Of another decision' }],
    ])
    expect(JSON.stringify(view.asked)).not.toContain('"s1"')
    expect(view).toMatchObject({ cost: 8550, line: 'Niall Keane: Gauge 2', decisions: [{ id: asked.id }] })
    expect([view.acts.map(({ id }) => id), view.asked.skipped.length]).toEqual([['A1'], 1])
  })

  test('of another one has none of that', async () => {
    const view = await viewSignal(await aTable(), { projectId: 'SP', signalId: first.id })
    expect(view).toMatchObject({ decisions: [], acts: [], asked: { skipped: [] } })
  })

  test('is not shown through another project', async () => {
    const place = { projectId: 'XX', signalId: first.id }
    await expect(viewSignal(await aTable(), place)).rejects.toThrow(NoSuchSignal)
  })
})

describe('the full chain of a decision', () => {
  test('has what it rests on, what was asked about it alone, and what all of it cost', async () => {
    const view = await viewChain(await aTable(), { projectId: 'SP', id: asked.id })
    expect(view.signals.map(({ line }) => line)).toEqual(['Niall Keane: Gauge 2'])
    expect(view.calls.calls.map(({ answer }) => answer)).toEqual([{ title: 'The gauge fails' }])
    expect(view).toMatchObject({ cost: 4050, acts: [], lesson: { past: 0 }, learned: null })
  })
  test('which there is not, is refused', async () => {
    await expect(viewChain(await aTable(), { projectId: 'SP', id: 'none' })).rejects.toThrow(NoSuchDecision)
  })
})

test('what was read last is listed with how it was sorted, the newest first, without what was there at the start', async () => {
  const deps = await aTable()
  const [later, old] = [
    { ...first, id: 'outlook/m/3', externalId: '3', title: 'Later', occurredAt: '2026-10-22T07:30:00.000Z' },
    { ...first, id: 'outlook/m/4', externalId: '4', title: 'Old', bootstrap: true },
  ]
  const matters = { ofProject: async () => [aMatter({}, [later, old, second])] }
  const signals = { getMany: async (ids: string[]) => [second, later].filter(({ id }) => ids.includes(id)) }
  const { signals: read, more } = await viewRead({ ...deps, matters, signals }, 'SP')
  expect([read.map(({ line }) => line), more]).toEqual([
    ['Niall Keane: Later', 'Niall Keane: Gauge 2'],
    false,
  ])
})
