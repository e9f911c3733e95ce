import { describe, expect, test } from 'vitest'
import { aMailSuggestion, anAct, anUpdate } from '../../tests/fixtures/builders.ts'
import { nine } from '../../tests/fixtures/desk.ts'
import { jonas, mei } from '../../tests/fixtures/people.ts'
import type { ActPayload, Receipt } from './act.ts'
import { compensationOf, type Known } from './compensation.ts'
import type { FieldChange } from './jira-payload.ts'

const people = [{ ...mei, accountId: 'acc-mei' }, jonas]
const undo = (payload: ActPayload, before?: Receipt['before'], known: Partial<Known> = {}) => {
  const receipt = { id: 'SP-9', url: null, at: nine, ...(before && { before }) }
  const act = anAct({ status: 'done', outcome: 'approved', receipt }, { kind: payload.kind, payload })
  return compensationOf(act, { people, reverts: undefined, ...known })
}
const unknown = { says: 'Cannot be undone: what stood there before is not known.' }
const comment = (watchers?: number): ActPayload => ({
  ...{ kind: 'jira_comment', key: 'SP-1', text: 'Who?' },
  ...(watchers === undefined ? {} : { watchers }),
})
const { payload: mail } = aMailSuggestion()
const assign = (assignee: string | null): ActPayload => ({ kind: 'jira_assign', key: 'SP-1', assignee })
const fields = (change: FieldChange): ActPayload => ({ kind: 'jira_fields', key: 'SP-1', change })

describe('an act that cannot be undone says why', () => {
  test.each<[string, ActPayload, string]>([
    ['a comment', comment(), 'the ticket’s watchers have been mailed'],
    ['a comment that nobody watches', comment(0), 'whoever has the ticket has been mailed'],
    ['a comment that one watches', comment(1), '1 person was mailed'],
    ['a comment that some watch', comment(4), '4 people were mailed'],
    ['a mail', mail, '1 person was mailed'],
    ['a mail with a copy', { ...mail, cc: [jonas.id] } as ActPayload, '2 people were mailed'],
    ['a notice', { kind: 'notification_internal', subject: 'S', text: 'T' }, 'it is in your inbox'],
    [
      'a new ticket',
      { kind: 'jira_create_ticket', project: 'SP', title: 'New', text: 'Why.' },
      'nothing is deleted from here. Close SP-9 in Jira if it is not wanted',
    ],
  ])('%s', (_, payload, says) => {
    expect(undo(payload)).toEqual({ says: `Cannot be undone: ${says}.` })
  })

  test.each<[string, ActPayload]>([
    ['a status change', { kind: 'jira_status_change', key: 'SP-1', toStatus: 'Done' }],
    ['an assignment', assign(mei.id)],
    ['a due date', fields({ field: 'due_date', day: '2026-11-06' })],
    ['a sprint', fields({ field: 'sprint', sprint: null })],
    ['a milestone’s day', { kind: 'milestone_change', project: 'SP', milestone: 'UAT', dueOn: '2026-11-06' }],
    ['a document', anUpdate().payload],
  ])('%s of which nobody kept what stood there', (_, payload) => {
    expect(undo(payload)).toEqual(unknown)
    expect(undo(payload, undefined, { reverts: [] })).toEqual(unknown)
  })
})

describe('an act is undone by one that rests on what it left', () => {
  test('a status', () => {
    const moved: ActPayload = { kind: 'jira_status_change', key: 'SP-1', toStatus: 'Done' }
    expect(undo(moved, { id: '3', words: 'In Review' })).toEqual({
      payload: { ...moved, toStatus: 'In Review' },
      premise: { key: 'SP-1', status: 'Done', flagged: null, unowned: null },
      summary: 'Move SP-1 back to In Review',
    })
  })

  const whose = (value: string | null) => ({ ticket: 'SP-1', field: 'assignee', name: null, value })

  test('an assignment goes back to whoever had it, if the register knows them', () => {
    expect(undo(assign(jonas.id), { id: 'acc-mei', words: 'Mei Tan' })).toEqual({
      ...{ payload: assign(mei.id), premise: whose(null), summary: 'Give SP-1 back to Mei Tan' },
    })
    expect(undo(assign(mei.id), { id: null, words: 'nobody' })).toEqual({
      ...{ payload: assign(null), premise: whose('acc-mei'), summary: 'Unassign SP-1' },
    })
    expect(undo(assign(null), { id: 'acc-eve', words: 'Eve' })).toEqual({
      says: 'Cannot be undone: Eve, who had it, is not in the register.',
    })
  })

  test.each<[FieldChange, Receipt['before'], FieldChange, string | null, string | null]>([
    [{ field: 'flag', on: true }, undefined, { field: 'flag', on: false }, null, 'Impediment'],
    [{ field: 'flag', on: false }, undefined, { field: 'flag', on: true }, null, null],
    [
      { field: 'link', how: 'blocks', other: 'SP-2', on: true },
      undefined,
      { field: 'link', how: 'blocks', other: 'SP-2', on: false },
      'blocks',
      'SP-2',
    ],
    [
      { field: 'link', how: 'blocks', other: 'SP-2', on: false },
      undefined,
      { field: 'link', how: 'blocks', other: 'SP-2', on: true },
      'blocks',
      null,
    ],
    [
      { field: 'due_date', day: '2026-11-06' },
      { id: null, words: 'none' },
      { field: 'due_date', day: null },
      null,
      '2026-11-06',
    ],
    [
      { field: 'sprint', sprint: { id: '15', name: 'S 15' } },
      { id: '14', words: 'S 14' },
      { field: 'sprint', sprint: { id: '14', name: 'S 14' } },
      null,
      '15',
    ],
    [
      { field: 'sprint', sprint: null },
      { id: null, words: 'none' },
      { field: 'sprint', sprint: null },
      null,
      null,
    ],
  ])('%o', (change, before, back, name, value) => {
    expect(undo(fields(change), before)).toEqual({
      payload: fields(back),
      premise: { ticket: 'SP-1', field: change.field, name, value },
      summary: 'Undo: Comment on SP-1',
    })
  })

  test.each([true, false])('a milestone of a ticket: %s', (into) => {
    const scope = { kind: 'scope_change' as const, key: 'SP-1', milestone: 'UAT', into }
    expect(undo(scope)).toMatchObject({
      payload: { ...scope, into: !into },
      premise: { ticket: 'SP-1', field: 'milestone', name: 'UAT', value: into ? 'UAT' : null },
    })
  })

  test('a milestone’s day, and a document place by place', () => {
    const moved = { kind: 'milestone_change' as const, project: 'SP', milestone: 'UAT', dueOn: '2026-11-06' }
    expect(undo(moved, { id: '2026-10-30', words: '30 Oct' })).toMatchObject({
      payload: { ...moved, dueOn: '2026-10-30', was: '2026-11-06' },
    })
    const reverts = [{ path: ['items', 'issue-SP-1'], left: null, was: null, isNew: true }]
    expect(undo(anUpdate().payload, undefined, { reverts })).toMatchObject({
      ...{ payload: { changes: [{ op: 'revert', reverts, evidence: [] }] }, premise: null },
      summary: 'Comment on SP-1, taken back',
    })
  })
})
