import { beforeEach, describe, expect, test } from 'vitest'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { anUpdate, aSuggestion, context } from '../../tests/fixtures/builders.ts'
import { minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { move } from '#src/domain/act.ts'
import type { SuggestedAct } from '#src/domain/proposal.ts'
import { NoEvidence, propose } from './propose.ts'

let it = anExecutorWorld()
beforeEach(async () => {
  it = anExecutorWorld()
  await it.begin()
})

const about = { projectId: 'SP', ticket: context }
const proposed = (wanted: SuggestedAct = aSuggestion(), ticket = context) =>
  propose(it.deps, { projectId: 'SP', ticket }, wanted)

describe('what becomes of an act that the agent suggests', () => {
  test.each([
    ['tactical', { status: 'held', heldUntil: minutesAfter(5).toISOString() }, 'Going out: Comment on SP-1'],
    [
      'artefact',
      { status: 'awaiting', waitsUntil: '2026-10-29T09:00:00.000Z' },
      'Waits for you: Comment on SP-1',
    ],
    ['monitoring', { status: 'escalated', reason: 'Observe: only shown' }, 'Would have: Comment on SP-1'],
  ] as const)('a comment at %s', async (dial, state, text) => {
    it.world.dial = dial
    const placed = await proposed()
    expect(placed).toMatchObject({ ...state, version: 1, gate: { dial } })
    expect(await it.stored(placed)).toEqual(placed)
    expect(it.events()).toMatchObject([{ text, actId: placed.id }])
  })

  test.each([
    ['tactical', 'planned'],
    ['artefact', 'planned'],
    ['monitoring', 'escalated'],
  ] as const)('an update of a document at %s: %s', async (dial, status) => {
    it.world.dial = dial
    expect(await proposed(anUpdate())).toMatchObject({ status })
    expect(it.events().map(({ kind }) => kind)).toEqual(status === 'planned' ? [] : ['act_escalated'])
  })

  test('names nobody, so the register is not read for it', async () => {
    it.deps.people = async () => {
      throw new Error('It was read.')
    }
    expect(await proposed()).toMatchObject({ status: 'held' })
  })

  test('suggested twice, it is there once; of another episode it is another', async () => {
    const first = await proposed()
    it.world.now = minutesAfter(15)
    expect(await proposed()).toEqual(first)
    expect(await proposed(aSuggestion({ episode: 'moved again' }))).not.toMatchObject({ id: first.id })
    expect(it.table.rows().filter((row) => row.type === 'act')).toHaveLength(2)
  })

  test('what it cites no longer expires', async () => {
    await proposed()
    const [signal] = it.table.rows().filter((row) => row.type === 'signal')
    expect(signal).toMatchObject({ cited: true })
    expect(signal).not.toHaveProperty('expiresAt')
  })

  test('without evidence it is nothing, and nothing is stored', async () => {
    await expect(proposed(aSuggestion({ evidence: [] }))).rejects.toThrow(NoEvidence)
    await expect(proposed(anUpdate({ evidence: [] }))).rejects.toThrow(NoEvidence)
    expect(it.table.rows().filter((row) => row.type === 'act')).toEqual([])
  })

  test('paused, a document would still be written, and what leaves is held with the reason', async () => {
    it.world.paused = true
    expect(await proposed()).toMatchObject({ status: 'held', gate: { reasons: ['paused'] } })
    expect(await proposed(anUpdate())).toMatchObject({ status: 'planned' })
  })

  test('in a project that is not there, it is only shown', async () => {
    it.deps.project = async () => undefined
    expect(await proposed()).toMatchObject({ status: 'escalated' })
  })
})

describe('it asks', () => {
  test.each([
    [
      'when the ticket has moved since',
      { status: 'Review' },
      'sources: newer word against it: SP-1 is now Review',
    ],
    ['when the ticket is done', { statusCategory: 'done' }, 'SP-1 is done'],
  ])('%s', async (_, ticket, reason) => {
    const placed = await proposed(aSuggestion(), { ...context, ...ticket })
    expect(placed).toMatchObject({ status: 'awaiting', gate: { fate: 'ask', reasons: [reason] } })
  })

  test('when it commented yesterday, and no more after three working days', async () => {
    await proposed()
    it.world.now = minutesAfter(24 * 60)
    expect(await proposed(aSuggestion({ episode: 'again' }))).toMatchObject({
      status: 'awaiting',
      gate: { reasons: ['SP-1 was commented on within 3 working days'] },
    })
    it.world.now = minutesAfter(6 * 24 * 60)
    expect(await proposed(aSuggestion({ episode: 'much later' }))).toMatchObject({ status: 'held' })
  })

  test("when a ticket is somebody else's and would be moved", async () => {
    const ticket = { ...context, assignee: { accountId: 'a2', name: 'Ana', email: null } }
    const wanted = aSuggestion({ payload: { kind: 'jira_status_change', key: 'SP-1', toStatus: 'To Do' } })
    expect(await proposed(wanted, ticket)).toMatchObject({
      status: 'awaiting',
      gate: { reasons: ["SP-1 is Ana's"] },
    })
  })

  test('when the PM has stopped three like it', async () => {
    for (const key of ['SP-2', 'SP-3', 'SP-4']) {
      const payload = { kind: 'jira_comment', key, text: 'Who is on it?' } as const
      const placed = await proposed(aSuggestion({ payload, episode: key, premise: null }))
      const stopped = move(placed, { status: 'cancelled', by: 'Morgan', reason: 'no' }, it.world.now)
      await it.acts.save(stopped, { events: [] })
    }
    expect(await proposed()).toMatchObject({
      status: 'awaiting',
      gate: { reasons: ['precedent: 0 of 3 like it approved'] },
    })
  })

  test('and keeps what it was judged by, so that it can be judged again', async () => {
    const { gate } = await propose(it.deps, about, aSuggestion())
    expect(gate).toMatchObject({
      ...{ dial: 'tactical', paused: false, boundary: 'hold', fate: 'hold', reasons: [], at: nine },
      confidence: { precedentMatch: { says: 'first of its kind' } },
    })
  })
})
