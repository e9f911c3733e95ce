import { beforeEach, describe, expect, test } from 'vitest'
import type { Act } from '#src/domain/act.ts'
import { artefact, emptyArtefact } from '#src/domain/artefact.ts'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { anAct, anUpdate } from '../../tests/fixtures/builders.ts'
import { minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { artefactHand } from './hands/artefact-hand.ts'
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

describe('an approved act', () => {
  test('is done once, with the receipt of the vendor, and told', async () => {
    const act = await given()
    expect(await performed(act)).toMatchObject({ ...done, outcome: 'approved' })
    expect(await performed(act)).toMatchObject(done)
    expect(it.vendor.did).toEqual(['A1'])
    expect(await it.acts.isPermitUsed('SP', 'A1', 1)).toBe(true)
    expect(it.events()).toMatchObject([{ kind: 'act_done', text: 'Done: Comment on SP-1', actId: 'A1' }])
  })

  test('waits for the end of its ten seconds', async () => {
    const act = await given(
      anAct({ status: 'planned', notBefore: minutesAfter(1).toISOString(), outcome: 'approved' }),
    )
    expect(await performed(act)).toEqual(act)
    expect(it.vendor.requests).toBe(0)
  })

  test('is left alone by whoever comes second', async () => {
    const act = await given()
    const both = await Promise.all([performDue(it.deps, act), performDue(it.deps, act)])
    expect(both.map(({ status }) => status).sort()).toEqual(['done', 'planned'])
    expect(it.vendor.requests).toBe(1)
  })

  test('stays where it is while the agent is paused, and goes afterwards', async () => {
    const act = await given()
    it.world.paused = true
    expect(await performed(act)).toMatchObject({ status: 'planned' })
    it.world.paused = false
    expect(await performed(act)).toMatchObject(done)
  })

  test('does not leave at Observe', async () => {
    const act = await given()
    it.world.dial = 'monitoring'
    expect(await performed(act)).toMatchObject({
      status: 'cancelled',
      by: 'executor',
      reason: 'the dial is at Observe',
    })
    expect(it.vendor.requests).toBe(0)
  })

  test('does not go when its premise is broken, and says which', async () => {
    const act = await given()
    it.world.problem = 'SP-1 has moved to Done'
    expect(await performed(act)).toMatchObject({ status: 'cancelled', reason: 'SP-1 has moved to Done' })
    expect(it.events()).toMatchObject([
      { kind: 'act_cancelled', text: 'Not sent: Comment on SP-1 (SP-1 has moved to Done)' },
    ])
  })
})

describe('an act that waits', () => {
  const held = anAct({ status: 'held', heldUntil: minutesAfter(5).toISOString() })

  test('goes at its time, as lapsed', async () => {
    await given(held)
    expect(await performed(held)).toMatchObject({ status: 'held' })
    later(5)
    expect(await performed(held)).toMatchObject({ ...done, outcome: 'lapsed' })
  })

  test('is held on while paused, and asked about when the dial was lowered or its premise broke', async () => {
    await given(held)
    later(5)
    it.world.paused = true
    expect(await performed(held)).toMatchObject({ status: 'held' })
    it.world.paused = false
    it.world.dial = 'artefact'
    expect(await performed(held)).toMatchObject({
      status: 'escalated',
      reason: 'the dial was lowered to Maintain',
    })
    expect(it.vendor.requests).toBe(0)
  })

  test('does not go on a broken premise', async () => {
    await given(held)
    later(5)
    it.world.problem = 'Ana has taken SP-1'
    expect(await performed(held)).toMatchObject({ status: 'escalated', reason: 'Ana has taken SP-1' })
  })

  test('awaiting approval, it expires and never goes', async () => {
    const awaiting = await given(anAct({ status: 'awaiting', waitsUntil: minutesAfter(5).toISOString() }))
    expect(await performed(awaiting)).toEqual(awaiting)
    later(6)
    expect(await performed(awaiting)).toMatchObject({ status: 'expired' })
    expect(it.vendor.requests).toBe(0)
  })
})

describe('a document', () => {
  const update = anAct(
    { status: 'planned', notBefore: nine, outcome: 'auto' },
    { kind: 'artefact_update', payload: anUpdate().payload, premise: null },
  )

  test('is written once, while paused too; at Observe only with the PM’s word', async () => {
    const own = { ...update, id: 'A2' }
    await given(own)
    await given({ ...update, outcome: 'approved' })
    Object.assign(it.world, { dial: 'monitoring', paused: true })
    expect(await performed(own)).toMatchObject({
      status: 'cancelled',
      reason: 'the dial was lowered to Observe',
    })
    expect(await performed(update)).toMatchObject({ status: 'done', receipt: { id: '1' } })
    expect(await it.deps.hands.artefact_update.find(update)).toMatchObject({ id: '1' })
    expect(await it.deps.hands.artefact_update.find(own)).toBeUndefined()
    expect(
      it
        .events()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['act_cancelled', 'artefact_updated'])
  })

  test('that cannot be read is tried again, not given up', async () => {
    await given(update)
    const get = async () =>
      artefact.parse({ ...emptyArtefact('SP', 'raid_log', it.world.now), content: null })
    const { perform } = artefactHand({ ...connectArtefacts(it.table), now: () => it.world.now, get })
    it.deps.hands.artefact_update.perform = perform
    expect(await performed(update)).toMatchObject({ status: 'executing' })
  })

  test('that has no such entry refuses the change', async () => {
    const set = {
      op: 'set',
      itemId: 'issue-SP-9',
      field: 'status',
      value: 'closed',
      evidence: update.evidence,
    } as const
    const wrong = {
      ...update,
      payload: { kind: 'artefact_update', artefactType: 'raid_log', changes: [set] },
    } as Act
    await given(wrong)
    expect(await performed(wrong)).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('issue-SP-9'),
    })
    expect(it.events()).toMatchObject([{ kind: 'act_failed' }])
  })
})

test('an act that is over is left as it is', async () => {
  const over = anAct({ status: 'cancelled', by: 'Morgan', reason: 'stopped' })
  expect(await performDue(it.deps, over)).toBe(over)
})
