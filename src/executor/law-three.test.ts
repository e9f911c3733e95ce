import { beforeEach, describe, expect, test } from 'vitest'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { aMailSuggestion, anAct, aSuggestion, context } from '../../tests/fixtures/builders.ts'
import { minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { mei } from '../../tests/fixtures/people.ts'
import { move, type Act, type ActPayload, type ActState } from '#src/domain/act.ts'
import { performDue } from './perform.ts'
import { propose } from './propose.ts'

/** Law 3: silence is not consent. What becomes of an act that nobody says anything to. */

let it = anExecutorWorld()
beforeEach(async () => {
  it = anExecutorWorld()
  await it.begin()
  await it.register(mei)
})

const move1: ActPayload = { kind: 'jira_status_change', key: 'SP-1', toStatus: 'To Do' }
const LEAVING: [string, ActPayload][] = [
  ['a comment', aSuggestion().payload],
  ['a status change', move1],
  ['a mail', aMailSuggestion().payload],
]
const of = (payload: ActPayload, state: ActState) =>
  anAct(state, { payload, kind: payload.kind, premise: null })
const held: ActState = { status: 'held', heldUntil: minutesAfter(30).toISOString() }
const awaiting: ActState = { status: 'awaiting', waitsUntil: minutesAfter(30).toISOString() }
const approved: ActState = { status: 'planned', notBefore: nine, outcome: 'approved' }

/** Swept up every minute for an hour. */
async function anHourPasses(act: Act): Promise<Act> {
  for (let minute = 1; minute <= 60; minute++) {
    it.world.now = minutesAfter(minute)
    await performDue(it.deps, await it.stored(act))
  }
  return await it.stored(act)
}

describe.each(LEAVING)('%s', (_, payload) => {
  test.each<[string, ActState, Partial<typeof it.world>, object, number]>([
    [
      'held at Act goes at its time, once, and counts for nothing',
      held,
      {},
      { status: 'done', outcome: 'lapsed' },
      1,
    ],
    [
      'held while the dial is at Maintain is shown instead',
      held,
      { dial: 'artefact' },
      { status: 'escalated' },
      0,
    ],
    [
      'held while the dial is at Observe is shown instead',
      held,
      { dial: 'monitoring' },
      { status: 'escalated' },
      0,
    ],
    ['held while paused stays held', held, { paused: true }, { status: 'held' }, 0],
    [
      'held on a premise that broke is shown instead',
      held,
      { problem: 'SP-1 is done' },
      { status: 'escalated' },
      0,
    ],
    ['awaiting approval expires at Act', awaiting, {}, { status: 'expired' }, 0],
    ['awaiting approval expires at Maintain', awaiting, { dial: 'artefact' }, { status: 'expired' }, 0],
    ['awaiting approval waits on while paused', awaiting, { paused: true }, { status: 'awaiting' }, 0],
    [
      'approved goes at Maintain too',
      approved,
      { dial: 'artefact' },
      { status: 'done', outcome: 'approved' },
      1,
    ],
    ['approved waits while paused', approved, { paused: true }, { status: 'planned' }, 0],
    [
      'approved is stopped by Observe',
      approved,
      { dial: 'monitoring' },
      { status: 'cancelled', by: 'executor' },
      0,
    ],
  ])('%s', async (_says, state, world, ends, requests) => {
    const act = of(payload, state)
    await it.put(act)
    Object.assign(it.world, world)
    expect(await anHourPasses(act)).toMatchObject(ends)
    expect(it.vendor.requests).toBe(requests)
  })

  test.each([held, awaiting, approved])('stopped while $status never goes', async (state) => {
    const act = of(payload, state)
    await it.put(act)
    await it.put(move(act, { status: 'cancelled', by: 'Morgan', reason: 'no' }, it.world.now))
    expect(await anHourPasses(act)).toMatchObject({ status: 'cancelled', by: 'Morgan' })
    expect(it.vendor.requests).toBe(0)
  })

  test('paused over its time goes when the pause ends', async () => {
    const act = of(payload, held)
    await it.put(act)
    it.world.paused = true
    await anHourPasses(act)
    it.world.paused = false
    expect(await performDue(it.deps, await it.stored(act))).toMatchObject({
      status: 'done',
      outcome: 'lapsed',
    })
  })
})

test('only the PM’s word is a precedent: what lapsed or expired counts neither for nor against', async () => {
  const lapsed = anAct(held, { id: 'A1', premise: null })
  const expired = anAct(awaiting, { id: 'A2', premise: null })
  const chosen = anAct(approved, { id: 'A3', premise: null })
  for (const act of [lapsed, expired, chosen]) {
    await it.put(act)
    await anHourPasses(act)
    it.world.now = minutesAfter(0)
  }
  const next = await propose(it.deps, { projectId: 'SP', ticket: context }, aSuggestion({ episode: 'later' }))
  expect(next.gate.confidence.precedentMatch.says).toBe('1 before')
})
