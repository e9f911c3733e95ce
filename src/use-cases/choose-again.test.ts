import { beforeEach, describe, expect, test } from 'vitest'
import { aDecisionDesk } from '../../tests/fakes/decision-desk.ts'
import { anEscalation } from '../../tests/fixtures/builders.ts'
import { NINE } from '../../tests/fixtures/desk.ts'
import { move, type Act, type ActState } from '#src/domain/act.ts'
import { CannotChooseAgain } from '#src/domain/escalation-again.ts'
import { AlreadyDecided, supersede, type Escalation } from '#src/domain/escalation.ts'
import { askAgain, chooseAgain, stillUndecided } from './choose-again.ts'
import { decide } from './decide.ts'
import { dismiss } from './dismiss.ts'
import type { EditedDraft } from './plan-acts.ts'

const which = { projectId: 'SP', escalationId: 'E1' }
const morgan = { by: 'Morgan Reid', device: 'Firefox on Linux' }
const byMorgan = { ...which, by: morgan.by }
const second = { kind: 'jira_comment' as const, key: 'SP-2', text: 'And this?' }

/** Option A asks on two tickets. */
function twoComments(): Escalation {
  const asked = anEscalation()
  const [a, ...others] = asked.options
  if (!a) throw new Error('The builder gives options.')
  const acts = [...a.acts, { payload: second, summary: 'Comment on SP-2', premise: null }]
  return { ...asked, options: [{ ...a, acts }, ...others] }
}

/** A desk at which A was chosen a minute ago, as often as told, and its acts ended as told. */
async function aDesk() {
  const desk = await aDecisionDesk(twoComments())
  const ends = async (act: Act, as: 'done' | 'failed') => {
    const now = desk.deps.now()
    const at = now.toISOString()
    const outcome = 'outcome' in act ? act.outcome : 'approved'
    const begun = move(act, { status: 'executing', lease: { until: at, attempt: 1 }, outcome }, now)
    await desk.acts.save(begun, { events: [] })
    const receipt = { id: `receipt of ${act.id}`, url: null, at }
    const end: Extract<ActState, { status: 'done' | 'failed' }> =
      as === 'done'
        ? { status: 'done', receipt, outcome }
        : { status: 'failed', reason: 'ticket is closed', outcome }
    await desk.acts.save(move(begun, end, now), { events: [] })
  }
  const chose = async (ended: ('done' | 'failed')[] = [], drafts: EditedDraft[] = []): Promise<Act[]> => {
    const decided = await decide(desk.deps, { ...which, ...morgan, optionId: 'A', drafts })
    desk.wait(1)
    const planned = (await desk.actsOf(decided)).filter(({ kind }) => kind !== 'artefact_update')
    for (const [index, act] of planned.entries()) {
      const as = ended[index]
      if (as) await ends(act, as)
    }
    return desk.acts.getMany(
      'SP',
      planned.map(({ id }) => id),
    )
  }
  return { ...desk, chose }
}

let desk: Awaited<ReturnType<typeof aDesk>>
beforeEach(async () => {
  desk = await aDesk()
})

describe('a choice that failed', () => {
  test('is made anew: it waits again, its acts stay as they ended, and the log says so', async () => {
    const failed = await desk.chose(['failed', 'failed'])
    const open = await chooseAgain(desk.deps, which)
    expect(open).toMatchObject({ status: 'pending', version: 3, tried: [{ optionId: 'A' }] })
    expect(
      await desk.acts.getMany(
        'SP',
        failed.map(({ id }) => id),
      ),
    ).toEqual(failed)
    expect(desk.said()).toContain('Asked again, nothing was done: Crane booking stands still')
  })

  test('is chosen a second time with acts of its own', async () => {
    const failed = await desk.chose(['failed', 'failed'])
    await chooseAgain(desk.deps, which)
    const again = await desk.chose()
    expect(again.map(({ status, summary }) => `${status}: ${summary}`)).toEqual([
      'planned: Comment on SP-1',
      'planned: Comment on SP-2',
    ])
    expect(again.some(({ id }) => failed.some((each) => each.id === id))).toBe(false)
  })

  test('of two devices that ask at once one opens it, and both find it open', async () => {
    await desk.chose(['failed', 'failed'])
    const both = await Promise.all([chooseAgain(desk.deps, which), chooseAgain(desk.deps, which)])
    expect(both).toMatchObject([
      { status: 'pending', version: 3 },
      { status: 'pending', version: 3 },
    ])
    expect(desk.said().filter((text) => text.startsWith('Asked again'))).toHaveLength(1)
  })
})

describe('a choice that was done in part', () => {
  test('says what was done, and chosen again does only the rest, whoever edited what', async () => {
    await desk.chose(['done', 'failed'])
    await chooseAgain(desk.deps, which)
    expect(desk.said()).toContain('Asked again, 1 of 2 was done: Crane booking stands still')
    expect(await desk.chose()).toMatchObject([{ summary: 'Comment on SP-2', status: 'planned' }])
  })

  test('does not do twice what went in the PM’s own words', async () => {
    await desk.chose(['done', 'failed'], [{ actIndex: 0, text: 'Who takes it today?' }])
    await chooseAgain(desk.deps, which)
    expect((await desk.chose()).map(({ summary }) => summary)).toEqual(['Comment on SP-2'])
  })
})

test('what is done, or still being done, is not chosen again', async () => {
  await desk.chose(['done', 'done'])
  await expect(chooseAgain(desk.deps, which)).rejects.toThrow(CannotChooseAgain)
  await expect(askAgain(desk.deps, byMorgan)).rejects.toThrow(CannotChooseAgain)
})

test('what was dismissed is reopened in its own way', async () => {
  await dismiss(desk.deps, { ...byMorgan, reason: 'other' })
  await expect(chooseAgain(desk.deps, which)).rejects.toThrow(AlreadyDecided)
})

describe('who chose a moment too late', () => {
  test('is asked again while the other choice can be taken back, which it then is', async () => {
    const decided = await decide(desk.deps, { ...which, ...morgan, optionId: 'B' })
    expect(decided.status).toBe('decided')
    expect(await askAgain(desk.deps, byMorgan)).toMatchObject({ status: 'pending', tried: [] })
  })

  test('is not asked again once it is being done', async () => {
    await desk.chose()
    await expect(askAgain(desk.deps, byMorgan)).rejects.toThrow(CannotChooseAgain)
  })

  test('is asked again when the other choice came to nothing', async () => {
    await desk.chose(['failed', 'failed'])
    expect(await askAgain(desk.deps, byMorgan)).toMatchObject({ status: 'pending' })
  })
})

describe('what the facts have overtaken', () => {
  test('is open again with the PM’s word, and the log says so', async () => {
    const asked = await desk.escalations.get('SP', 'E1')
    if (asked?.status !== 'pending') throw new Error('It waits.')
    await desk.escalations.save(supersede(asked, 'SP-1 is Done.', NINE), { events: [] })
    expect(await stillUndecided(desk.deps, which)).toMatchObject({
      status: 'pending',
      despite: ['SP-1 is Done.'],
    })
    expect(desk.said()).toContain('Still undecided: Crane booking stands still')
    expect(await stillUndecided(desk.deps, which)).toMatchObject({ version: 3 })
  })
})
