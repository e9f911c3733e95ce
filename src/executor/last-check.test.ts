import { beforeEach, describe, expect, test } from 'vitest'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { anAct } from '../../tests/fixtures/builders.ts'
import { approved, lapses, mailAct } from '../../tests/fixtures/mail-acts.ts'
import { minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { mei } from '../../tests/fixtures/people.ts'
import type { Act } from '#src/domain/act.ts'
import type { Person } from '#src/domain/person.ts'

let it = anExecutorWorld()
beforeEach(async () => {
  it = anExecutorWorld()
  await it.begin()
})

describe('whom it goes to is asked of the register when its time has come', () => {
  const changed: [string, Person[], string][] = [
    ['is gone', [], 'mei.tan@wattle.example is not in the register'],
    [
      'has another address',
      [{ ...mei, id: 'mei@new.example' }],
      'mei.tan@wattle.example is not in the register',
    ],
    ['is never to be contacted', [{ ...mei, neverContact: true }], 'Mei Tan is never to be contacted'],
    ['stands outside by now', [{ ...mei, class: 'external' }], 'Mei Tan stands outside the company'],
  ]

  test.each(changed)(
    '%s: what was held is shown instead, what was approved is stopped',
    async (_, register, reason) => {
      expect(await it.due(lapses(), ...register)).toMatchObject({ status: 'escalated', reason })
      it = anExecutorWorld()
      await it.begin()
      expect(await it.due(approved(), ...register)).toMatchObject({
        status: 'cancelled',
        by: 'executor',
        reason,
      })
      expect(it.vendor.requests).toBe(0)
    },
  )

  test('somebody unconfirmed gets what the PM approved, and nothing that only lapsed', async () => {
    const stranger = { ...mei, confirmed: false }
    expect(await it.due(lapses(), stranger)).toMatchObject({
      status: 'escalated',
      reason: 'Mei Tan is not confirmed in the register',
    })
    it = anExecutorWorld()
    await it.begin()
    expect(await it.due(approved(), stranger)).toMatchObject({ status: 'done' })
  })
})

describe('outside working hours', () => {
  const evening = minutesAfter(10 * 60)

  test('what the agent does alone is held on until they begin, and says why', async () => {
    it.world.now = evening
    expect(await it.due(lapses(), mei)).toMatchObject({
      ...{ status: 'held', heldUntil: '2026-10-23T07:00:00.000Z' },
      lastCheck: { verdict: 'hold', against: 'working_hours', inputs: { permit: { by: 'dial' } } },
    })
    expect(it.events()).toMatchObject([
      { kind: 'act_held', text: 'Held on: Comment on SP-1 (outside your working hours)' },
    ])
  })

  test('what had its time and was not begun goes back to being held', async () => {
    it.world.now = evening
    const lapsed = anAct({ status: 'planned', notBefore: nine, outcome: 'lapsed' }, mailAct)
    expect(await it.due(lapsed, mei)).toMatchObject({ status: 'held', heldUntil: '2026-10-23T07:00:00.000Z' })
  })

  test('a mail that would leave on Friday afternoon waits for Monday', async () => {
    it.world.now = new Date('2026-10-23T15:30:00Z')
    expect(await it.due(lapses(), mei)).toMatchObject({
      status: 'held',
      heldUntil: '2026-10-26T08:00:00.000Z',
    })
  })

  test.each(['approved', 'edited'] as const)('what the PM %s goes at once', async (outcome) => {
    it.world.now = evening
    expect(await it.due({ ...approved(), outcome }, mei)).toMatchObject({
      ...{ status: 'done', lastCheck: { verdict: 'go' } },
    })
  })
})

test('a like act that was stopped meanwhile leaves what the PM has seen as it was', async () => {
  const receipt = { id: '1', url: null, at: '2026-10-19T08:00:00.000Z' }
  for (const id of ['B1', 'B2'])
    await it.put(anAct({ status: 'done', receipt, outcome: 'approved' }, { ...mailAct, id }))
  await it.put(anAct({ status: 'cancelled', by: 'Morgan', reason: 'no' }, { ...mailAct, id: 'B3' }))
  expect(await it.due(lapses(), mei)).toMatchObject({ status: 'done', outcome: 'lapsed' })
})

function doubtful(act: Act): Act {
  const precedentMatch = { passed: false, says: '1 of 3 like it approved' }
  return { ...act, gate: { ...act.gate, confidence: { ...act.gate.confidence, precedentMatch } } }
}

test('what the scores said it must ask about does not go by itself, however it came to be held', async () => {
  expect(await it.due(doubtful(lapses()), mei)).toMatchObject({
    status: 'escalated',
    reason: 'precedent: 1 of 3 like it approved',
    lastCheck: { against: 'confidence' },
  })
})

test('what the PM chose needs no score', async () => {
  expect(await it.due(doubtful(approved()), mei)).toMatchObject({ status: 'done' })
})

test('a permit that was claimed before lets nothing go', async () => {
  const act = approved()
  await it.table.write([{ put: { PK: 'ACTS#SP', SK: `PERMIT#${act.id}#1`, type: 'permit' } }])
  expect(await it.due(act, mei)).toMatchObject({ status: 'cancelled', reason: 'its permit was used before' })
  expect(it.vendor.requests).toBe(0)
})

test('the dial and the pause are read once more after the source has answered', async () => {
  const asked = it.deps.premiseProblem
  it.deps.premiseProblem = async (premise) => {
    it.world.paused = true
    return await asked(premise)
  }
  expect(await it.due(approved(), mei)).toMatchObject({ status: 'planned' })
  expect(it.vendor.requests).toBe(0)
})
