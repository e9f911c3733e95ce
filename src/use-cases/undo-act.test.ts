import { beforeEach, describe, expect, test } from 'vitest'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import type { Act, ActIn, ActPayload } from '#src/domain/act.ts'
import { endingOf } from '#src/domain/graduation.ts'
import { performDue } from '#src/executor/perform.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { anExecutorWorld } from '../../tests/fakes/executor-world.ts'
import { aMailSuggestion, anAct, anUpdate } from '../../tests/fixtures/builders.ts'
import { nine } from '../../tests/fixtures/desk.ts'
import { jonas, mei } from '../../tests/fixtures/people.ts'
import { undoAct, type UndoDeps } from './undo-act.ts'

let it = anExecutorWorld()
beforeEach(async () => {
  it = anExecutorWorld()
  await it.begin()
  await it.register({ ...mei, accountId: 'acc-mei' }, { ...jonas, accountId: 'acc-jonas' })
})

const deps = (): UndoDeps => ({
  ...it.deps,
  ...{ acts: it.acts, people: connectPeople(it.table), artefacts: connectArtefacts(it.table) },
})
type Before = ActIn<'done'>['receipt']['before']
const done = async (payload: ActPayload, before?: Before, outcome: 'lapsed' | 'approved' = 'lapsed') => {
  const receipt = { id: '1', url: null, at: nine, ...(before ? { before } : {}) }
  const act = anAct({ status: 'done', receipt, outcome }, { payload, kind: payload.kind, premise: null })
  await it.put(act)
  return act
}
const undo = async (act: Act) => await undoAct(deps(), { projectId: 'SP', actId: act.id, by: 'Morgan' })
const move: ActPayload = { kind: 'jira_status_change', key: 'SP-1', toStatus: 'To Do' }
const wasInProgress = { id: '3', words: 'In Progress' }

describe('an act that can be undone', () => {
  const CASES: [string, ActPayload, Before, object, object | null][] = [
    [
      'a status change goes back, if the ticket still stands where we put it',
      move,
      wasInProgress,
      { kind: 'jira_status_change', key: 'SP-1', toStatus: 'In Progress' },
      { key: 'SP-1', status: 'To Do' },
    ],
    [
      'an assignment goes back to whoever had it, if it is still the other’s',
      { kind: 'jira_assign', key: 'SP-1', assignee: mei.id },
      { id: 'acc-jonas', words: 'Jonas Weiss' },
      { kind: 'jira_assign', assignee: jonas.id },
      { ticket: 'SP-1', field: 'assignee', value: 'acc-mei' },
    ],
    [
      'a due date goes back',
      { kind: 'jira_fields', key: 'SP-1', change: { field: 'due_date', day: '2026-11-06' } },
      { id: '2026-10-30', words: '2026-10-30' },
      { change: { field: 'due_date', day: '2026-10-30' } },
      { ticket: 'SP-1', field: 'due_date', value: '2026-11-06' },
    ],
    [
      'a flag is taken off again',
      { kind: 'jira_fields', key: 'SP-1', change: { field: 'flag', on: true } },
      undefined,
      { change: { field: 'flag', on: false } },
      { field: 'flag', value: 'Impediment' },
    ],
    [
      'a sprint is left again',
      { kind: 'jira_fields', key: 'SP-1', change: { field: 'sprint', sprint: null } },
      { id: '15', words: 'Sprint 15' },
      { change: { field: 'sprint', sprint: { id: '15', name: 'Sprint 15' } } },
      { field: 'sprint', value: null },
    ],
    [
      'a link is taken away again',
      {
        ...{ kind: 'jira_fields', key: 'SP-1' },
        change: { field: 'link', how: 'blocks', other: 'SP-2', on: true },
      },
      undefined,
      { change: { field: 'link', how: 'blocks', other: 'SP-2', on: false } },
      { field: 'link', value: 'SP-2' },
    ],
    [
      'a ticket comes back into its milestone',
      { kind: 'scope_change', key: 'SP-1', milestone: 'UAT', into: false },
      undefined,
      { into: true },
      { field: 'milestone', name: 'UAT', value: null },
    ],
    [
      'a milestone gets its day back, if it still has ours',
      { kind: 'milestone_change', project: 'SP', milestone: 'UAT', dueOn: '2026-11-06' },
      { id: '2026-10-30', words: '2026-10-30' },
      { dueOn: '2026-10-30', was: '2026-11-06' },
      null,
    ],
  ]

  test.each(CASES)('%s', async (_, payload, before, back, premise) => {
    const act = await done(payload, before)
    const undoing = await undo(act)
    expect(undoing).toMatchObject({
      status: 'planned',
      outcome: 'approved',
      compensates: 'A1',
      payload: back,
    })
    if (premise) expect(undoing.premise).toMatchObject(premise)
    expect(await performDue(it.deps, undoing)).toMatchObject({ status: 'done' })
    const after = await it.stored(act)
    expect(after).toMatchObject({ status: 'done', undoneBy: undoing.id })
    expect(endingOf(after)).toBe('undone')
    await expect(undo(act)).rejects.toThrow('undone already')
  })

  test('is left alone where it moved on since, and may be asked for again', async () => {
    const act = await done(move, wasInProgress)
    const undoing = await undo(act)
    expect(await undo(act)).toEqual(undoing)
    it.world.problem = 'SP-1 has moved to Done'
    expect(await performDue(it.deps, undoing)).toMatchObject({
      status: 'cancelled',
      reason: 'SP-1 has moved to Done',
    })
    expect(await it.stored(act)).toMatchObject({ undoneBy: null })
    expect(it.vendor.requests).toBe(0)
    expect((await undo(act)).id).not.toBe(undoing.id)
  })

  test('is not undone at Observe, where nothing leaves', async () => {
    it.world.dial = 'monitoring'
    await expect(undo(await done(move, wasInProgress))).rejects.toThrow(/Observe/)
  })

  test('in a document: what it added goes, once, and is not suggested again', async () => {
    const { payload } = anUpdate()
    const state = { status: 'planned', notBefore: nine, outcome: 'auto' } as const
    const made = anAct(state, { kind: 'artefact_update', payload, premise: null })
    await it.put(made)
    const act = await performDue(it.deps, made)
    expect(await performDue(it.deps, await undo(act))).toMatchObject({ status: 'done' })
    expect(await connectArtefacts(it.table).get('SP', 'raid_log')).toMatchObject({
      ...{ content: { items: [] }, version: 2 },
      undone: [expect.stringContaining('issue-SP-1')],
    })
  })
})

describe('an act that cannot', () => {
  const mail = aMailSuggestion().payload
  test.each<[ActPayload, Before, RegExp]>([
    [{ kind: 'jira_comment', key: 'SP-1', text: 'Who?' }, undefined, /watchers have been mailed/],
    [{ kind: 'jira_comment', key: 'SP-1', text: 'Who?', watchers: 4 }, undefined, /: 4 people were mailed/],
    [{ kind: 'jira_comment', key: 'SP-1', text: 'Who?', watchers: 1 }, undefined, /: 1 person was mailed/],
    [{ kind: 'jira_comment', key: 'SP-1', text: 'Who?', watchers: 0 }, undefined, /whoever has the ticket/],
    [mail, undefined, /1 person was mailed/],
    [{ kind: 'jira_create_ticket', project: 'SP', title: 'New', text: 'Why' }, undefined, /Close 1 in Jira/],
    [{ kind: 'notification_internal', subject: 'Digest', text: 'All' }, undefined, /in your inbox/],
    [move, undefined, /what stood there before is not known/],
    [
      { kind: 'jira_assign', key: 'SP-1', assignee: mei.id },
      { id: 'acc-tom', words: 'Tom Okafor' },
      /Tom Okafor, who had it, is not in the register/,
    ],
  ])('$kind says why', async (payload, before, says) => {
    await expect(undo(await done(payload, before))).rejects.toThrow(says)
    expect(await it.acts.ofProject('SP')).toHaveLength(1)
  })
})
