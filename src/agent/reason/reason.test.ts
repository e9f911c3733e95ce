import { beforeEach, describe, expect, test } from 'vitest'
import { anAgentWorld } from '../../../tests/fakes/agent-world.ts'
import { aFlag, aMatter, aRaidIssue, aSignal } from '../../../tests/fixtures/builders.ts'
import { minutesAfter, nine } from '../../../tests/fixtures/desk.ts'
import type { Signal } from '#src/domain/signal.ts'

let it = anAgentWorld()
beforeEach(() => {
  it = anAgentWorld()
})

const proposed = async () => {
  await it.reason()
  const found = await it.proposals.get('SP', nine, 1)
  if (!found) throw new Error('Nothing was proposed.')
  return found
}
/** SP-1 stands blocked and nobody's, by these signals. */
const blocked = async (...signals: Signal[]) => {
  await it.record(...signals)
  await it.normalise()
}

describe('reasoning about a project', () => {
  test('proposes a decision, what the documents should say, and nothing that acts', async () => {
    await blocked(aSignal(), aFlag())
    const found = await proposed()
    expect(found).toMatchObject({
      drafts: [{ matterId: 'SP-1', rule: 'blocked-without-owner@2' }],
      problems: [],
    })
    expect(found.updates.map(({ artefactType }) => artefactType)).toContain('raid_log')
    expect(it.vendor.requests).toBe(0)
    expect(await it.escalations.list('pending')).toEqual([])
  })

  test('raises nothing from what was there when the project was connected; the documents begin with it', async () => {
    await blocked(aSignal({ bootstrap: true }), aFlag({ bootstrap: true }))
    const found = await proposed()
    expect(found).toMatchObject({ drafts: [], acts: [] })
    expect(found.updates.length).toBeGreaterThan(0)
  })

  test('asks what was too early to ask when it looks again, though nothing happened', async () => {
    await blocked(aFlag({ unownedSince: minutesAfter(-60).toISOString() }))
    expect((await proposed()).drafts).toEqual([])
    it = anAgentWorld()
    const settled = { ...aFlag(), state: 'settled' as const }
    await it.record(settled)
    await it.matters.saveAll([
      aMatter({ ticket: settled.context, unownedSince: settled.unownedSince }, [settled]),
    ])
    await it.lookAgain('SP')
    expect((await proposed()).drafts).toMatchObject([{ matterId: 'SP-1' }])
  })

  test('finds its proposal when it is run again, and buys nothing twice', async () => {
    await blocked(aSignal(), aFlag())
    const first = await proposed()
    it.world.now = minutesAfter(3)
    expect(await proposed()).toEqual(first)
    expect(it.step.bought).toBe(1)
  })

  test('drops what quotes words that its source does not have, says so, and keeps the rest', async () => {
    const flag = aFlag()
    await it.record({ ...flag, text: 'Flagged: something else' })
    await it.matters.saveAll([aMatter({ ticket: flag.context, unownedSince: flag.unownedSince }, [flag])])
    await it.lookAgain('SP')
    const found = await proposed()
    expect(found.drafts).toEqual([])
    expect(found.problems).toContainEqual(
      expect.stringMatching(/^Crane booking: blocked.*does not stand in signal/),
    )
    expect(found.updates.map(({ artefactType }) => artefactType)).toEqual([
      'delivery_state',
      'backlog_summary',
    ])
  })

  test('proposes no change that is none', async () => {
    await blocked(aSignal(), aFlag())
    it.reasonDeps.documents = async (projectId) => ({
      ...(await it.artefacts.working(projectId)),
      raid: { items: [aRaidIssue({ owner: null })] },
    })
    const found = await proposed()
    expect(found.updates.filter(({ artefactType }) => artefactType === 'raid_log')).toEqual([])
  })

  test('says what it could not cope with, and goes on', async () => {
    await blocked(aSignal(), aFlag())
    it.reasonDeps.matters = async () => [
      aMatter({ lastSignalAt: 'never' }),
      { ...aMatter({ id: 'SP-2', unownedSince: 'never' }, [aFlag()]), ticket: aFlag().context },
    ]
    const found = await proposed()
    expect(found.problems.join()).toMatch(/blocked without owner: /)
    expect(found.updates.length).toBeGreaterThan(0)
  })

  test('leaves a project alone that has nothing open and is not due a look', async () => {
    await it.record({ ...aFlag(), state: 'settled', projectId: 'SP', matterId: 'SP-1' })
    await it.reason()
    expect(await it.proposals.get('SP', nine, 1)).toBeUndefined()
  })
})
