import { describe, expect, test } from 'vitest'
import { anAct, anUpdate } from '../../../tests/fixtures/builders.ts'
import { aDeskOf, aProject, minutesAfter, nine } from '../../../tests/fixtures/desk.ts'
import { anAgentWorld } from '../../../tests/fakes/agent-world.ts'
import { connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectSpotChecks } from '#src/adapters/dynamo/spot-checks.ts'
import type { Act } from '#src/domain/act.ts'
import { demotionOf } from '#src/domain/demotion.ts'
import type { Project } from '#src/domain/project.ts'
import { markSpotCheck } from '#src/use-cases/mark-spot-check.ts'
import { NoSuchSpotCheck, TooLate } from '#src/use-cases/refusals.ts'

const by = 'Morgan Reid'
const receipt = { id: '1', url: null, at: nine }
const alone = (id: string, over: Partial<Act> = {}) =>
  anAct({ status: 'done', outcome: 'lapsed', receipt }, { id, ...over })
const stopped = (id: string) =>
  anAct({ status: 'cancelled', reason: 'no', by }, { id, updatedAt: minutesAfter(-30).toISOString() })
const wrong = { verdict: 'wrong' as const, by, at: minutesAfter(-60).toISOString() }

/** A check that closes at nine, with the project's row in the table. */
async function aWorld(over: Partial<Project> = {}) {
  const project = aProject(over)
  const it = anAgentWorld([project])
  await connectProjects(it.table).save(project)
  const closes = async (slot = nine) => {
    it.world.now = new Date(slot)
    await it.housekeeping({ slot, startedAt: slot, desk: aDeskOf(), signals: 0, readings: [] })
  }
  const marking = {
    ...{ now: () => it.world.now, realNow: () => it.world.now, newId: it.deps.newId },
    ...{ paused: async () => false, project: connectProjects(it.table).get },
    ...{ acts: it.acts, spotChecks: connectSpotChecks(it.table) },
  }
  return {
    ...{ ...it, closes, marking },
    put: async (...acts: Act[]) => {
      for (const each of acts) await it.acts.save(each, { events: [] })
    },
    project: () => connectProjects(it.table).get('SP'),
    drawn: () => connectSpotChecks(it.table).ofProject('SP'),
    notices: async () =>
      (await it.acts.ofProject('GLOBAL')).filter(({ summary }) => summary.includes('lowered dial')),
  }
}

describe('the dial is lowered by rule', () => {
  test('two things done alone and marked wrong lower it by one step, in the log and by one mail', async () => {
    const it = await aWorld()
    await it.put(alone('a', { mark: wrong }), alone('b', { mark: wrong }))
    await it.closes()
    expect(await it.project()).toMatchObject({
      autonomyLevel: 'artefact',
      version: 2,
      dialTurn: { by: 'rule' },
    })
    const says = 'Dial of SP lowered to Maintain: 2 marked wrong, within 14 days.'
    expect(it.said()).toContain(says)
    const [notice, ...more] = await it.notices()
    expect(more).toEqual([])
    expect(notice).toMatchObject({
      status: 'done',
      outcome: 'auto',
      payload: { subject: 'Dial of SP lowered to Maintain' },
    })
    expect(it.vendor.did).toContain(notice?.id)
  })

  test('what was stopped before it went weighs a third: five are borne, six are not', async () => {
    const it = await aWorld()
    await it.put(...['a', 'b', 'c', 'd', 'e'].map(stopped))
    await it.closes()
    expect(await it.project()).toMatchObject({ autonomyLevel: 'tactical' })
    await it.put(stopped('f'))
    await it.closes(minutesAfter(15).toISOString())
    expect(await it.project()).toMatchObject({ autonomyLevel: 'artefact' })
  })

  test('once: what led to it does not lower it again, and nothing raises it', async () => {
    const it = await aWorld()
    await it.put(alone('a', { mark: wrong }), alone('b', { mark: wrong }))
    await it.closes()
    const lowered = await it.project()
    expect(lowered && demotionOf(lowered, await it.acts.ofProject('SP'), it.world.now)).toBeNull()
    await it.closes(minutesAfter(15).toISOString())
    expect(await it.notices()).toHaveLength(1)
  })

  test('a step that died between the transaction and the mail leaves the mail planned', async () => {
    const it = await aWorld()
    await it.put(alone('a', { mark: wrong }), alone('b', { mark: wrong }))
    it.vendor.mood = 'busy'
    await it.closes()
    expect(await it.notices()).toMatchObject([{ status: 'executing' }])
  })
})

describe('spot checks', () => {
  const { payload } = anUpdate()
  const asUpdate = { kind: 'artefact_update' as const, payload }
  const long = { connectedAt: '2026-10-08T08:00:00.000Z' }
  const auto = (id: string) => anAct({ status: 'done', outcome: 'auto', receipt }, { id, ...asUpdate })

  test('are drawn a fortnight after the project was connected, of each kind in its turn, and once', async () => {
    const it = await aWorld(long)
    await it.put(...['a', 'b', 'c', 'd', 'e', 'f'].map(auto), alone('m'))
    await it.put(
      anAct({ status: 'done', outcome: 'approved', receipt }, { id: 'x' }),
      alone('n', { kind: 'notification_internal' }),
      alone('o', { askedFor: true }),
      alone('p', { undoneBy: 'q' }),
    )
    await it.closes()
    const drawn = await it.drawn()
    expect(drawn).toHaveLength(5)
    expect(drawn.filter(({ act }) => act.kind === 'jira_comment').map(({ act }) => act.id)).toEqual(['m'])
    expect(it.said()).toContain('Spot check: 5 things done without you to look at')
    const marks = it.table.rows().filter((row) => row.type === 'daily')
    await it.table.write(marks.map(({ PK, SK }) => ({ remove: { PK, SK } })))
    await it.closes(minutesAfter(15).toISOString())
    expect((await it.drawn()).map(({ id }) => id)).toEqual(drawn.map(({ id }) => id))
  })

  test('are not drawn a day earlier', async () => {
    const it = await aWorld({ connectedAt: '2026-10-09T08:00:00.000Z' })
    await it.put(alone('a'))
    await it.closes()
    expect(await it.drawn()).toEqual([])
  })

  test('a wrong mark is kept with the act, costs its kind a rung, and two of them lower the dial at once', async () => {
    const it = await aWorld(long)
    await it.put(alone('a'), alone('b'))
    await it.closes()
    const [one, two] = await it.drawn()
    const mark = (id = '', verdict: 'right' | 'wrong' = 'wrong') =>
      markSpotCheck(it.marking, { projectId: 'SP', id, verdict, by })
    await mark(one?.id)
    expect(await it.acts.get('SP', one?.act.id ?? '')).toMatchObject({
      status: 'done',
      mark: { verdict: 'wrong' },
    })
    expect(await it.project()).toMatchObject({ autonomyLevel: 'tactical' })
    await expect(mark(one?.id, 'right')).rejects.toThrow(TooLate)
    await expect(mark('none')).rejects.toThrow(NoSuchSpotCheck)
    await mark(two?.id)
    expect(await it.project()).toMatchObject({ autonomyLevel: 'artefact' })
    expect(await it.notices()).toMatchObject([{ status: 'planned' }])
    expect(it.said()).toContain('Dial of SP lowered to Maintain: 2 marked wrong, within 14 days.')
  })

  test('a right mark lowers nothing and approves nothing', async () => {
    const it = await aWorld(long)
    await it.put(alone('a'))
    await it.closes()
    const [one] = await it.drawn()
    await markSpotCheck(it.marking, { projectId: 'SP', id: one?.id ?? '', verdict: 'right', by })
    expect(await it.acts.get('SP', 'a')).toMatchObject({ outcome: 'lapsed', mark: { verdict: 'right' } })
    expect(await it.project()).toMatchObject({ autonomyLevel: 'tactical', version: 1 })
  })
})
