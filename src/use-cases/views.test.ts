import { expect, test } from 'vitest'
import { fakeTable } from '../../tests/fakes/table.ts'
import { anAct, anEscalation, anEvidence, aMatter } from '../../tests/fixtures/builders.ts'
import { aPm, aProject, minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import type { Act } from '#src/domain/act.ts'
import { cycleRecord } from '#src/domain/cycle.ts'
import type { ActivityEvent, EventKind } from '#src/domain/event.ts'
import { person } from '#src/domain/person.ts'
import { NoSuchAct, NoSuchProject } from './refusals.ts'
import { viewAct } from './view-act.ts'
import { viewActivity } from './view-activity.ts'
import { viewDecision } from './view-decision.ts'
import { viewGoingOut } from './view-going-out.ts'
import { viewProject } from './view-project.ts'

const sofia = person.parse({
  ...{ id: 'sofia@example.com', projectId: 'SP', version: 1, name: 'Sofia Marques', role: 'Operations' },
  ...{ class: 'stakeholder', country: 'GB', workingDays: [], confirmed: true, neverContact: false },
})
const mail: Partial<Act> = {
  kind: 'email_stakeholder',
  payload: {
    ...{ kind: 'email_stakeholder', to: [sofia.id], cc: [], subject: 'SP-1', text: 'When?' },
    replyTo: { ref: 'Crane', messageId: 'm1', conversationId: 'c1' },
  },
}
const held = (id: string, minutes: number, over: Partial<Act> = {}) =>
  anAct({ status: 'held', heldUntil: minutesAfter(minutes).toISOString() }, { ...over, id })

async function aDesk(acts: Act[] = []) {
  const table = fakeTable()
  const stores = {
    ...{ acts: connectActs(table), artefacts: connectArtefacts(table), matters: connectMatters(table) },
    ...{ escalations: connectEscalations(table), people: connectPeople(table) },
    ...{ projects: connectProjects(table), signals: connectSignals(table) },
  }
  await stores.projects.save(aProject())
  await stores.people.save(sofia)
  for (const act of acts) await stores.acts.save(act, { events: [] })
  const clock = { now: () => NINE, realNow: () => NINE }
  const more = { pm: async () => aPm(), project: stores.projects.get, paused: async () => false }
  return { ...stores, ...clock, ...more }
}

test('what goes out stands in the order in which it goes, with its readers and the working minutes left', async () => {
  const waits = anAct({ status: 'awaiting', waitsUntil: minutesAfter(600).toISOString() }, { id: 'asks' })
  const kept = anAct({ status: 'escalated', reason: 'Observe' }, { id: 'kept' })
  const view = await viewGoingOut(await aDesk([held('late', 40), held('soon', 5, mail), waits, kept]))
  expect(view.held.map(({ act, minutesLeft }) => [act.id, minutesLeft])).toEqual([
    ['soon', 5],
    ['late', 40],
  ])
  expect(view.held[0]?.people).toEqual([sofia])
  expect(view.awaiting.map(({ act }) => act.id)).toEqual(['asks'])
  expect(view.keptBack.map(({ act }) => act.id)).toEqual(['kept'])
})

test('an act comes with its words and the mails of the thread it joins, and no other ones', async () => {
  const desk = await aDesk([held('A1', 5, mail)])
  const [change] = aMatter().briefs
  if (!change) throw new Error('The builder gives one.')
  const inThread = (id: string, conversationId: string) => ({
    ...change,
    ...{ signalId: id, source: 'outlook' as const },
    mail: { messageId: id, conversationId, folder: 'inbox' as const, to: [], cc: [] },
  })
  await desk.matters.saveAll([aMatter({ briefs: [change, inThread('ours', 'c1'), inThread('other', 'c2')] })])
  const view = await viewAct(desk, 'SP', 'A1')
  expect(view).toMatchObject({
    words: { subject: 'SP-1', text: 'When?' },
    people: [sofia],
    isHeavyEdit: false,
  })
  expect(view.thread.map(({ signalId }) => signalId)).toEqual(['ours'])
  await expect(viewAct(desk, 'SP', 'none')).rejects.toThrow(NoSuchAct)
})

test('a project that nothing was read of yet has empty documents, its people and its dial', async () => {
  const desk = await aDesk([held('A1', 5, mail)])
  const view = await viewProject(desk, 'SP')
  expect(view).toMatchObject({ documents: {}, people: [sofia], open: [] })
  expect(view.dial.find(({ isNow }) => isNow)?.name).toBe('Act')
  expect(view.dial[0]?.effects.join(' ')).toContain('1 waiting mail will be held for you')
  await expect(viewProject(desk, 'XX')).rejects.toThrow(NoSuchProject)
})

const event = (id: string, kind: EventKind, projectId = 'SP'): ActivityEvent => ({
  ...{
    id,
    version: 1,
    projectId,
    kind,
    at: nine,
    text: id,
    ref: null,
    actId: null,
    escalationId: null,
    signalId: null,
  },
})
const check = (slot: string, ended: 'quiet' | 'active' | 'failed') =>
  cycleRecord.parse({
    ...{ slot, startedAt: slot, endedAt: slot, ended, readings: [], signals: 0, reason: null },
  })

test('activity is narrowed to a kind and a project, and idle checks are counted by local day', async () => {
  const all = [
    event('decided', 'escalation_decided'),
    event('sent', 'act_done'),
    event('elsewhere', 'act_done', 'XX'),
    event('checked', 'cycle_active', 'GLOBAL'),
  ]
  const cycles = [
    check('2026-10-22T08:00:00.000Z', 'quiet'),
    check('2026-10-21T23:15:00.000Z', 'failed'),
    check('2026-10-21T22:00:00.000Z', 'quiet'),
    check('2026-10-21T21:00:00.000Z', 'active'),
  ]
  const deps = {
    ...(await aDesk()),
    events: { recent: async () => all },
    cycles: { recent: async () => cycles },
  }
  const ids = async (group: 'acts' | 'decisions' | null, project: string | null) =>
    (await viewActivity(deps, { group, project })).events.map(({ id }) => id)
  expect(await ids(null, null)).toEqual(['decided', 'sent', 'elsewhere', 'checked'])
  expect(await ids('acts', 'SP')).toEqual(['sent'])
  expect(await ids('decisions', null)).toEqual(['decided'])
  expect((await viewActivity(deps, { group: null, project: null })).idle).toEqual([
    { day: '2026-10-22', checks: 1, failed: 1 },
    { day: '2026-10-21', checks: 1, failed: 0 },
  ])
})

test('a decision comes with the history of its matter and of those it is about', async () => {
  const desk = await aDesk([anAct({ status: 'cancelled', reason: 'no', by: 'Morgan Reid' }, { id: 'A0' })])
  await desk.matters.saveAll([aMatter()])
  await desk.matters.saveAll([aMatter({ id: 'SP-2' })])
  await desk.escalations.save(anEscalation({ facts: [anEvidence()], related: ['SP-2'] }), { events: [] })
  const closed = anEscalation({
    ...{ id: 'E0', status: 'dismissed' },
    dismissal: { by: 'Morgan Reid', reason: 'other', at: nine },
  } as never)
  await desk.escalations.save(closed, { events: [] })
  const { history, later, mails } = await viewDecision(desk, { projectId: 'SP', id: 'E1' })
  expect(history.map(({ kind, text }) => [kind, text.split(':')[0]]).sort()).toEqual([
    ['act', 'Comment on SP-1 (stopped)'],
    ['change', 'Status'],
    ['change', 'Status'],
    ['decision', 'Crane booking stands still'],
  ])
  expect(later.map(({ choice }) => choice)).toEqual(['hour', 'afternoon', 'tomorrow', 'monday'])
  expect(mails).toEqual([])
})
