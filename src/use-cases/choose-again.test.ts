import { beforeEach, describe, expect, test } from 'vitest'
import { fakeTable } from '../../tests/fakes/table.ts'
import { anEscalation, aSignal } from '../../tests/fixtures/builders.ts'
import { aProject, hours, minutesAfter, NINE } from '../../tests/fixtures/desk.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { signalRow } from '#src/adapters/dynamo/rows.ts'
import { idFor } from '#src/adapters/ids.ts'
import { move, type Act, type ActState } from '#src/domain/act.ts'
import { CannotChooseAgain } from '#src/domain/escalation-again.ts'
import { AlreadyDecided, supersede, type Escalation } from '#src/domain/escalation.ts'
import { askAgain, chooseAgain, stillUndecided } from './choose-again.ts'
import { decide } from './decide.ts'
import type { DecisionDeps } from './deps.ts'
import { dismiss } from './dismiss.ts'

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

function aDesk() {
  const table = fakeTable()
  const [acts, escalations] = [connectActs(table), connectEscalations(table)]
  const world = { now: NINE }
  const deps: DecisionDeps = {
    ...{ now: () => world.now, realNow: () => world.now, newId: idFor, hours: async () => hours },
    ...{ project: async () => aProject(), paused: async () => false, escalation: escalations.get },
    ...{ acts: acts.getMany, save: escalations.save },
  }
  const ends = async (act: Act, to: Extract<ActState, { status: 'done' | 'failed' }>) => {
    const lease = { until: world.now.toISOString(), attempt: 1 }
    const begun = move(act, { status: 'executing', lease, outcome: 'approved' }, world.now)
    await acts.save(begun, { events: [] })
    await acts.save(move(begun, to, world.now), { events: [] })
  }
  return {
    ...{ deps, world, acts, escalations, table },
    begin: async () => {
      await table.write([{ put: signalRow(aSignal()) }])
      await escalations.save(twoComments(), { events: [] })
    },
    /** Chooses A a minute ago; its acts end as told. */
    chose: async (...ended: ('done' | 'failed')[]): Promise<Act[]> => {
      const decided = await decide(deps, { ...which, ...morgan, optionId: 'A' })
      const ids = decided.status === 'decided' ? decided.decision.actIds : []
      const planned = await acts.getMany('SP', ids)
      world.now = minutesAfter(1, world.now)
      for (const [index, as] of ended.entries()) {
        const act = planned[index]
        const receipt = { id: `comment ${index}`, url: null, at: world.now.toISOString() }
        const [done, failed] = [
          { status: 'done' as const, receipt, outcome: 'approved' as const },
          { status: 'failed' as const, reason: 'ticket is closed', outcome: 'approved' as const },
        ]
        if (act) await ends(act, as === 'done' ? done : failed)
      }
      return acts.getMany('SP', ids)
    },
    said: () =>
      table
        .rows()
        .filter(({ type }) => type === 'event')
        .map((row) => String(row['text'])),
  }
}

let desk = aDesk()
beforeEach(async () => {
  desk = aDesk()
  await desk.begin()
})

describe('a choice that failed', () => {
  test('is made anew: it waits again, its acts stay as they ended, and the log says so', async () => {
    const failed = await desk.chose('failed', 'failed')
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
    const failed = await desk.chose('failed', 'failed')
    await chooseAgain(desk.deps, which)
    const again = await desk.chose()
    expect(again.map(({ status, summary }) => `${status}: ${summary}`)).toEqual([
      'planned: Comment on SP-1',
      'planned: Comment on SP-2',
    ])
    expect(again.some(({ id }) => failed.some((each) => each.id === id))).toBe(false)
  })

  test('of two devices that ask at once one opens it, and both find it open', async () => {
    await desk.chose('failed', 'failed')
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
    await desk.chose('done', 'failed')
    await chooseAgain(desk.deps, which)
    expect(desk.said()).toContain('Asked again, 1 of 2 was done: Crane booking stands still')
    expect(await desk.chose()).toMatchObject([{ summary: 'Comment on SP-2', status: 'planned' }])
  })

  test('does not do twice what went in the PM’s own words', async () => {
    const drafts = [{ actIndex: 0, text: 'Who takes it today?' }]
    const decided = await decide(desk.deps, { ...which, ...morgan, optionId: 'A', drafts })
    const ids = decided.status === 'decided' ? decided.decision.actIds : []
    const [first, other] = await desk.acts.getMany('SP', ids)
    for (const [act, to] of [
      [first, { status: 'done', receipt: { id: '1', url: null, at: NINE.toISOString() }, outcome: 'edited' }],
      [other, { status: 'failed', reason: 'closed', outcome: 'approved' }],
    ] as const) {
      if (!act) throw new Error('Two acts were planned.')
      const lease = { until: NINE.toISOString(), attempt: 1 }
      const begun = move(act, { status: 'executing', lease, outcome: 'edited' }, NINE)
      await desk.acts.save(begun, { events: [] })
      await desk.acts.save(move(begun, to, NINE), { events: [] })
    }
    desk.world.now = minutesAfter(1)
    await chooseAgain(desk.deps, which)
    expect((await desk.chose()).map(({ summary }) => summary)).toEqual(['Comment on SP-2'])
  })
})

test('what is done, or still being done, is not chosen again', async () => {
  await desk.chose('done', 'done')
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
    await desk.chose('failed', 'failed')
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
