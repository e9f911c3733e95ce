import { addSeconds } from 'date-fns/addSeconds'
import { beforeEach, describe, expect, test } from 'vitest'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { askedAct, type AskedAct } from '#src/domain/asked-act.ts'
import { endingsOf } from '#src/domain/graduation.ts'
import { performDue } from '#src/executor/perform.ts'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { aMatter, anAct, context } from '../../tests/fixtures/builders.ts'
import { aPm, minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import { ivo, jonas, mei } from '../../tests/fixtures/people.ts'
import { askAct, CannotAsk, type AskDeps } from './ask-act.ts'
import { takeBack } from './take-back.ts'
import { viewAsk } from './view-ask.ts'

let it = anExecutorWorld()
beforeEach(async () => {
  it = anExecutorWorld()
  await it.begin()
  await it.register({ ...mei, accountId: 'acc-mei' }, { ...jonas, neverContact: true }, ivo)
  await connectMatters(it.table).saveAll([
    aMatter({ ticket: { ...context, status: 'Done', statusCategory: 'done' } }),
  ])
})

const deps = (): AskDeps => ({
  ...it.deps,
  undoEnds: () => addSeconds(it.world.now, 10),
  pm: async () => aPm(),
  ...{ people: connectPeople(it.table), matters: connectMatters(it.table), acts: it.acts },
})
let forms = 0
const opened = () => new Date(NINE.getTime() + forms++)
const ask = async (asked: AskedAct, shown: string[] = [], form = opened()) =>
  await askAct(deps(), { asked: askedAct.parse(asked), by: 'Morgan', shown, form })
const planned = async (asked: AskedAct, shown: string[] = []) => {
  const found = await ask(asked, shown)
  if ('breaks' in found) throw new Error(found.breaks.join())
  return found.act
}
const comment: AskedAct = { what: 'comment', key: 'SP-1', text: 'Thanks, @Mei Tan.' }
const mail = (person: string): AskedAct => ({
  ...{ what: 'mail', project: 'SP', person, subject: 'Drawings', text: 'When can we have them?' },
})

describe('an act that the PM asks for', () => {
  test('says first which manners it breaks, and goes when it is pressed with them in sight', async () => {
    expect(await ask(comment)).toEqual({ breaks: ['SP-1 is done'] })
    expect(await it.acts.ofProject('SP')).toEqual([])
    const act = await planned(comment, ['SP-1 is done'])
    expect(act).toMatchObject({
      ...{
        status: 'planned',
        outcome: 'approved',
        askedFor: true,
        notBefore: addSeconds(NINE, 10).toISOString(),
      },
      payload: { kind: 'jira_comment', key: 'SP-1', mentions: [mei.id] },
    })
    it.world.now = minutesAfter(1)
    expect(await performDue(it.deps, act)).toMatchObject({ status: 'done', lastCheck: { verdict: 'go' } })
    expect(endingsOf(await it.acts.ofProject('SP'), 'jira_comment', 'team', [])).toEqual([])
  })

  test('is asked for once, however often the button is tapped', async () => {
    await ask(mail(mei.id), [], NINE)
    expect(await ask(mail(mei.id), [], NINE)).toMatchObject({ act: { status: 'planned' } })
    expect(await it.acts.ofProject('SP')).toHaveLength(1)
  })

  test('is another when what was asked has changed, though the clock stands', async () => {
    await ask(mail(mei.id), [], NINE)
    const other: AskedAct = { what: 'mail', project: 'SP', person: mei.id, subject: 'Steel', text: 'Who?' }
    expect(await ask(other, ['Mei Tan was written to within 2 working days'], NINE)).toHaveProperty('act')
    expect(await it.acts.ofProject('SP')).toHaveLength(2)
  })

  test('can be taken back for ten seconds, and no longer', async () => {
    const act = await planned(mail(mei.id))
    const which = { projectId: 'SP', actId: act.id, by: 'Morgan' }
    expect(await takeBack(it.deps, which)).toMatchObject({ status: 'cancelled', by: 'Morgan' })
    it.world.now = minutesAfter(1)
    await performDue(it.deps, await it.stored(act))
    expect(it.vendor.requests).toBe(0)
    await expect(takeBack(it.deps, which)).rejects.toThrow(/being done/)
  })

  test('at Observe is only recorded', async () => {
    it.world.dial = 'monitoring'
    const act = await planned(mail(mei.id))
    expect(act).toMatchObject({ status: 'escalated', reason: 'Observe: only recorded' })
    it.world.now = minutesAfter(5)
    await performDue(it.deps, await it.stored(act))
    expect(it.vendor.requests).toBe(0)
  })

  test('goes outside as external mail, and to nobody who is never to be contacted or not in the register', async () => {
    expect(await planned(mail(ivo.id))).toMatchObject({ kind: 'email_external' })
    await expect(ask(mail(jonas.id))).rejects.toThrow('Jonas Weiss is never to be contacted')
    await expect(ask(mail('who@else.example'))).rejects.toThrow(CannotAsk)
    await expect(ask({ what: 'flag', key: 'SP-77' })).rejects.toThrow(/not a ticket that was read/)
  })

  test('a milestone has its day in Jira first, and then in the document', async () => {
    const artefacts = connectArtefacts(it.table)
    const milestones = [{ name: 'UAT', dueOn: '2026-10-30', status: 'on_track', notes: '' }]
    const section = { op: 'section' as const, section: 'milestones', value: milestones, evidence: [] }
    const write = anAct(
      { status: 'planned', notBefore: nine, outcome: 'approved' },
      { id: 'W1', kind: 'artefact_update', premise: null },
    )
    const evidence = write.evidence
    const payload = {
      ...{ kind: 'artefact_update' as const, artefactType: 'delivery_state' as const },
      changes: [{ ...section, evidence }],
    }
    await it.put({ ...write, payload })
    await performDue(it.deps, await it.stored(write))
    const act = await planned({ what: 'milestone', project: 'SP', milestone: 'UAT', day: '2026-11-06' })
    it.world.now = minutesAfter(1)
    await performDue(it.deps, act)
    expect((await artefacts.get('SP', 'delivery_state'))?.content).toMatchObject({
      milestones: [{ name: 'UAT', dueOn: '2026-11-06', agreedOn: '2026-11-06' }],
    })
  })
})

test('the form knows the ticket, whom it may reach, and what pressing it would break', async () => {
  const reader = {
    ...{ now: () => NINE, pm: async () => aPm(), acts: it.acts, artefacts: connectArtefacts(it.table) },
    ...{ people: connectPeople(it.table), matters: connectMatters(it.table) },
    projects: { listActive: async () => [(await it.deps.project('SP'))!] },
  }
  const view = await viewAsk(reader, { what: 'comment', key: 'sp-1' })
  expect(view).toMatchObject({ ticket: { key: 'SP-1', status: 'Done' }, breaks: ['SP-1 is done'] })
  expect(view.people.map(({ name }) => name)).toEqual(['Ivo Petrov', 'Mei Tan'])
  expect(await viewAsk(reader, { what: 'flag', key: 'NO-1' })).toMatchObject({
    project: undefined,
    ticket: null,
  })
})
