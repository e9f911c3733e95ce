import { beforeEach, describe, expect, test } from 'vitest'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { aMatter, anUpdate, aSuggestion, context } from '../../tests/fixtures/builders.ts'
import { minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { move } from '#src/domain/act.ts'
import { propose } from './propose.ts'

let it = anExecutorWorld()
beforeEach(async () => {
  it = anExecutorWorld()
  await it.begin()
})

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
    const placed = await propose(it.deps, aMatter(), aSuggestion())
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
    expect(await propose(it.deps, aMatter(), anUpdate())).toMatchObject({ status })
  })

  test('suggested twice, it is there once', async () => {
    const first = await propose(it.deps, aMatter(), aSuggestion())
    it.world.now = minutesAfter(15)
    expect(await propose(it.deps, aMatter(), aSuggestion())).toEqual(first)
    expect(it.table.rows().filter((row) => row.type === 'act')).toHaveLength(1)
  })

  test('what it cites no longer expires', async () => {
    await propose(it.deps, aMatter(), aSuggestion())
    const [signal] = it.table.rows().filter((row) => row.type === 'signal')
    expect(signal).toMatchObject({ cited: true })
    expect(signal).not.toHaveProperty('expiresAt')
  })

  test('paused, a document would still be written, and what leaves is held with the reason', async () => {
    it.world.paused = true
    expect(await propose(it.deps, aMatter(), aSuggestion())).toMatchObject({
      status: 'held',
      gate: { reasons: ['paused'] },
    })
    expect(await propose(it.deps, aMatter(), anUpdate())).toMatchObject({ status: 'planned' })
  })

  test.each([
    [
      'the ticket has moved since',
      { context: { ...context, status: 'Review' } },
      'sources: newer word against it: SP-1 is now Review',
    ],
    [
      'it was commented on yesterday',
      { commentedAt: '2026-10-21T10:00:00.000Z' },
      'SP-1 was commented on within 3 working days',
    ],
    ['the ticket is done', { context: { ...context, statusCategory: 'done' } }, 'SP-1 is done'],
  ])('it asks when %s', async (_, about, reason) => {
    const placed = await propose(it.deps, aMatter(about), aSuggestion())
    expect(placed).toMatchObject({ status: 'awaiting', gate: { fate: 'ask', reasons: [reason] } })
  })

  test('a comment of a week ago is no hindrance', async () => {
    const about = aMatter({ commentedAt: '2026-10-14T10:00:00.000Z' })
    expect(await propose(it.deps, about, aSuggestion())).toMatchObject({ status: 'held', createdAt: nine })
  })

  test("somebody else's ticket is not moved without the PM", async () => {
    const about = aMatter({
      context: { ...context, assignee: { accountId: 'a2', name: 'Ana', email: null } },
    })
    const move = aSuggestion({ payload: { kind: 'jira_status_change', key: 'SP-1', toStatus: 'To Do' } })
    expect(await propose(it.deps, about, move)).toMatchObject({
      status: 'awaiting',
      gate: { reasons: ["SP-1 is Ana's"] },
    })
  })

  test('three like it that the PM stopped make it ask', async () => {
    for (const minute of [1, 2, 3]) {
      it.world.now = minutesAfter(minute)
      const placed = await propose(
        it.deps,
        aMatter({ lastSignalAt: minutesAfter(minute).toISOString() }),
        aSuggestion(),
      )
      const stopped = move(placed, { status: 'cancelled', by: 'Morgan', reason: 'no' }, it.world.now)
      await it.acts.save(stopped, { events: [] })
    }
    const next = await propose(
      it.deps,
      aMatter({ lastSignalAt: minutesAfter(9).toISOString() }),
      aSuggestion(),
    )
    expect(next).toMatchObject({
      status: 'awaiting',
      gate: { reasons: ['precedent: 0 of 3 like it approved'] },
    })
  })
})
