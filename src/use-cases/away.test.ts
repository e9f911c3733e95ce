import { addSeconds } from 'date-fns/addSeconds'
import { beforeEach, describe, expect, test } from 'vitest'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { anAct, anEscalation } from '../../tests/fixtures/builders.ts'
import { aHeartbeat, aPm, aProject, hours, minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import { jonas, mei } from '../../tests/fixtures/people.ts'
import { comeBack } from './come-back.ts'
import { goAway, NotAhead } from './go-away.ts'
import { ThingsWait } from './resume.ts'
import { viewAway } from './view-away.ts'

const by = 'Morgan Reid'
let it = anExecutorWorld()
beforeEach(async () => {
  it = anExecutorWorld()
  await it.begin()
  await it.register(mei, { ...jonas, neverContact: true })
  await connectCycles(it.table).beat(aHeartbeat({ version: 1 }))
})

function deps() {
  const cycles = connectCycles(it.table)
  return {
    ...{ ...it.deps, acts: it.acts, people: connectPeople(it.table), matters: connectMatters(it.table) },
    ...{ pm: async () => aPm(), undoEnds: () => addSeconds(it.world.now, 10), cycles },
    ...{ running: cycles.running, beat: cycles.beat, escalations: connectEscalations(it.table) },
    ...{ projects: { listActive: async () => [aProject()] }, hours: async () => hours },
  }
}
const away = async () => (await connectCycles(it.table).running())?.away

describe('going away', () => {
  test('the deputy is one of the register whom the PM may write to, and is told what waits, in words that can be read first', async () => {
    await connectEscalations(it.table).save(anEscalation(), { events: [] })
    const { deputies, brief } = await viewAway(deps(), { deputy: mei.id, until: '2026-10-30' })
    expect(deputies.map(({ name }) => name)).toEqual(['Mei Tan'])
    expect(brief).toMatchObject({ subject: 'While I am away, until Fri 30 Oct', observe: false, breaks: [] })
    expect(brief?.text).toContain(`- ${anEscalation().title}`)
    expect((brief?.text ?? '').split(/\s+/).length).toBeLessThanOrEqual(120)
  })

  test('sends the briefing as an act that was asked for, and stands until its last day is over', async () => {
    const mail = { what: 'mail' as const, project: 'SP', person: mei.id, subject: 'Away', text: 'Please.' }
    const brief = { name: mei.name, asking: { asked: mail, by, shown: [], form: NINE } }
    await goAway(deps(), { until: '2026-10-23', by, brief })
    expect(await away()).toEqual({
      ...{ since: nine, until: '2026-10-23T23:00:00.000Z' },
      deputy: { id: mei.id, name: 'Mei Tan', projectId: 'SP' },
    })
    expect(await it.acts.ofProject('SP')).toMatchObject([
      { status: 'planned', askedFor: true, kind: 'email_stakeholder', outcome: 'approved' },
    ])
  })

  test('twice briefs once: who is away already has said whom they wanted told', async () => {
    const mail = { what: 'mail' as const, project: 'SP', person: mei.id, subject: 'Away', text: 'Please.' }
    const going = (form: Date) =>
      goAway(deps(), {
        until: null,
        by,
        brief: { name: mei.name, news: true, asking: { asked: mail, by, shown: [], form } },
      })
    await going(NINE)
    const went = await away()
    it.world.now = minutesAfter(5)
    await going(minutesAfter(4))
    expect(await it.acts.ofProject('SP')).toHaveLength(1)
    expect(await away()).toEqual(went)
    expect(went?.deputy).toMatchObject({ news: true })
  })

  test('says first which manners the briefing breaks, and then nobody is away yet', async () => {
    it.world.now = new Date('2026-10-23T15:30:00Z')
    const mail = { what: 'mail' as const, project: 'SP', person: mei.id, subject: 'Away', text: 'Please.' }
    const brief = { name: mei.name, asking: { asked: mail, by, shown: [], form: NINE } }
    expect(await goAway(deps(), { until: null, by, brief })).toEqual({
      breaks: ['No mail leaves after 16:00 on a Friday'],
    })
    expect([await away(), await it.acts.ofProject('SP')]).toEqual([null, []])
  })

  test('not into the past', async () => {
    await expect(goAway(deps(), { until: '2026-10-21', by, brief: null })).rejects.toThrow(NotAhead)
  })
})

describe('coming back', () => {
  const evening = minutesAfter(8 * 60)
  beforeEach(async () => {
    await goAway(deps(), { until: null, by, brief: null })
    await it.put(anAct({ status: 'held', heldUntil: minutesAfter(5).toISOString() }))
    it.world.now = evening
  })

  test('asks what becomes of what waited: there is no sending all', async () => {
    await expect(comeBack(deps(), { by, sendNone: false })).rejects.toThrow(ThingsWait)
    expect(await away()).not.toBeNull()
    await comeBack(deps(), { by, sendNone: true })
    expect([await away(), (await it.acts.get('SP', 'A1'))?.status]).toEqual([null, 'cancelled'])
    expect(it.events().map(({ text }) => text)).toContain('Morgan Reid is back')
  })

  test('gives everything else the time that it had left, but no deadline of the world another day', async () => {
    const left = minutesAfter(60).toISOString()
    await it.put({ ...anAct({ status: 'awaiting', waitsUntil: left }), id: 'A2' })
    const { escalations } = deps()
    await escalations.save({ ...anEscalation(), id: 'E1', decideBy: left, decideByWhy: null }, { events: [] })
    await escalations.save({ ...anEscalation(), id: 'E2', decideBy: left, decideByWhy: 'x' }, { events: [] })
    await comeBack(deps(), { by, sendNone: true })
    const hence = '2026-10-23T07:30:00.000Z'
    expect(await it.acts.get('SP', 'A2')).toMatchObject({ status: 'awaiting', waitsUntil: hence })
    expect([await escalations.get('SP', 'E1'), await escalations.get('SP', 'E2')]).toMatchObject([
      { decideBy: hence, status: 'pending' },
      { decideBy: left },
    ])
  })

  test('twice is back once', async () => {
    await comeBack(deps(), { by, sendNone: true })
    await comeBack(deps(), { by, sendNone: false })
    expect(it.events().filter(({ text }) => text === 'Morgan Reid is back')).toHaveLength(1)
  })
})
