import { describe, expect, test } from 'vitest'
import { anAct, aSuggestion, anUpdate, context } from '../../../tests/fixtures/builders.ts'
import { aDeskOf, aProject, minutesAfter, nine } from '../../../tests/fixtures/desk.ts'
import { anAgentWorld } from '../../../tests/fakes/agent-world.ts'
import { proofProblems, type MarkedItem } from '#src/domain/proof.ts'
import { performDue } from '#src/executor/perform.ts'
import { propose } from '#src/executor/propose.ts'

const yesterday = '2026-10-21T09:00:00.000Z'
const about = { projectId: 'SP', ticket: context }

/** A world in which yesterday one comment lapsed and one change of a document was made. */
async function aWorld() {
  const it = anAgentWorld([aProject()])
  await it.begin()
  it.world.now = new Date(yesterday)
  const held = await propose(it.deps, about, aSuggestion())
  it.world.now = minutesAfter(6, it.world.now)
  const comment = await performDue(it.deps, held)
  await performDue(it.deps, await propose(it.deps, about, anUpdate()))
  const item: MarkedItem = {
    ...{ place: 'jira', what: 'comment', ref: 'SP-1', id: `comment of ${comment.id}` },
    ...{ actId: comment.id, at: it.world.now.toISOString() },
  }
  const prove = async () => {
    it.world.now = new Date(nine)
    await it.housekeeping({ slot: nine, startedAt: nine, desk: aDeskOf(), signals: 0, readings: [] })
    const proof = await it.proofs.latest()
    if (!proof) throw new Error('No proof was kept.')
    return { ...proof, says: proofProblems(proof) }
  }
  const mailed = async () => {
    const [notice] = await it.acts.ofProject('GLOBAL')
    return notice?.payload.kind === 'notification_internal' ? notice.payload.text : ''
  }
  return { ...it, item, comment, prove, mailed }
}

describe('the day before is proved by what stands outside', () => {
  test('what a permit was written for, and documents by their own changes', async () => {
    const it = await aWorld()
    it.shown.items = [it.item]
    expect(await it.prove()).toMatchObject({
      ...{ day: '2026-10-21', acts: 2, permitted: 2, outside: 0, held: 0, stopped: 0, undone: 0 },
      ...{ faults: [], unread: [] },
    })
    expect(await it.mailed()).toContain(
      'Yesterday: 2 acts, all with permits; 0 outside the boundary; 0 held; 0 stopped; 0 undone.',
    )
  })

  test('a comment that somebody forged with our mark has no permit, and the digest says so', async () => {
    const it = await aWorld()
    it.shown.items = [it.item, { ...it.item, id: 'forged', ref: 'SP-9', actId: '01FORGED' }]
    const { acts, permitted, outside, says } = await it.prove()
    expect({ acts, permitted, outside }).toEqual({ acts: 3, permitted: 2, outside: 1 })
    expect(says).toEqual(['The comment at SP-9 carries our mark, and no permit was written for it.'])
    expect(await it.mailed()).toContain('3 acts, 2 with permits; 1 outside the boundary')
    expect(await it.mailed()).toContain(says[0])
  })

  test('a mark that was copied from a real act is one too many, or elsewhere', async () => {
    const it = await aWorld()
    const later = minutesAfter(1, new Date(it.item.at)).toISOString()
    const twice = { ...it.item, id: 'twice', at: later }
    it.shown.items = [it.item, twice, { ...twice, id: 'elsewhere', ref: 'SP-9' }]
    expect((await it.prove()).faults.map(({ what, ref }) => [what, ref])).toEqual([
      ['twice', 'SP-1'],
      ['otherwise', 'SP-9'],
    ])
  })

  test('an act marked done that is not to be found outside is said', async () => {
    const it = await aWorld()
    const { says, acts } = await it.prove()
    expect(acts).toBe(1)
    expect(says).toEqual(['Comment on SP-1: done by our own record, and not to be found where it should be.'])
  })

  test('a vendor that cannot be asked proves nothing, and nothing is said to be missing there', async () => {
    const it = await aWorld()
    it.shown.reason = 'Jira does not take the credentials.'
    const { says, acts } = await it.prove()
    expect(acts).toBe(1)
    expect(says).toEqual(['Jira could not be asked what stands there: Jira does not take the credentials.'])
  })

  test('what went alone where the dial asked for the PM’s word is outside, permit or not', async () => {
    const it = await aWorld()
    const stored = await it.stored(it.comment)
    const gate = { ...stored.gate, dial: 'artefact' as const }
    await it.acts.save({ ...stored, gate, version: stored.version + 1 }, { events: [] })
    it.shown.items = [it.item]
    const { permitted, outside, faults } = await it.prove()
    expect({ permitted, outside }).toEqual({ permitted: 2, outside: 1 })
    expect(faults).toMatchObject([{ what: 'outside', ref: 'SP-1' }])
  })

  test('what waited, what was stopped and what was taken back is counted', async () => {
    const it = await aWorld()
    it.shown.items = [it.item]
    await it.put(anAct({ status: 'held', heldUntil: minutesAfter(99).toISOString() }, { id: 'H' }))
    await it.put(anAct({ status: 'cancelled', reason: 'no', by: 'PM' }, { id: 'C', updatedAt: yesterday }))
    expect(await it.prove()).toMatchObject({ held: 1, stopped: 1 })
  })
})
