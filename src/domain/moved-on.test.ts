import { expect, test } from 'vitest'
import { context } from '../../tests/fixtures/builders.ts'
import { NINE } from '../../tests/fixtures/desk.ts'
import { movedOn } from './moved-on.ts'
import type { FieldPremise } from './premise.ts'

const sprint = (id: string, endAt: string) => ({
  ...{ id, name: `Sprint ${id}`, goal: null, startAt: null, endAt, joinedAt: '2026-10-01T08:00:00.000Z' },
})
const stands = {
  ...context,
  ...{
    assignee: { accountId: 'acc-mei', name: 'Mei Tan', email: null },
    flagged: true,
    dueDate: '2026-11-06',
  },
  sprints: [sprint('14', '2026-10-16T16:00:00.000Z'), sprint('15', '2026-10-30T16:00:00.000Z')],
  ...{ versions: [{ name: 'UAT', releaseDate: null, released: false }], blocks: ['SP-2'] },
}
const asked = (field: FieldPremise['field'], value: string | null, name: string | null = null) =>
  movedOn(stands, { ticket: 'SP-1', field, name, value }, NINE)

test.each([
  ['assignee', 'acc-mei', null, null],
  ['assignee', 'acc-tom', null, 'SP-1 has moved on since: it is Mei Tan’s'],
  ['assignee', null, null, 'SP-1 has moved on since: it is Mei Tan’s'],
  ['flag', 'Impediment', null, null],
  ['flag', null, null, 'SP-1 has moved on since: it is flagged'],
  ['due_date', '2026-11-06', null, null],
  ['due_date', null, null, 'SP-1 has moved on since: it is due on 2026-11-06'],
  ['sprint', '15', null, null],
  ['sprint', null, null, 'SP-1 has moved on since: it is in Sprint 15'],
  ['milestone', 'UAT', 'UAT', null],
  ['milestone', null, 'UAT', 'SP-1 has moved on since: it is in UAT'],
  ['milestone', 'Go-live', 'Go-live', 'SP-1 has moved on since: it is not in Go-live'],
  ['link', 'SP-2', 'blocks', null],
  ['link', 'SP-3', 'blocks', 'SP-1 has moved on since: it does not block SP-3'],
  ['link', 'SP-3', 'relates to', null],
  ['link', null, 'blocks', null],
] as const)('%s left as %s: %#', (field, value, name, says) => {
  expect(asked(field, value, name)).toBe(says)
})

test.each([
  ['assignee', 'acc-mei', 'nobody has it'],
  ['flag', 'Impediment', 'its flag is off'],
  ['due_date', '2026-11-06', 'it has no due date'],
  ['sprint', '15', 'it is in no sprint'],
] as const)('%s that was cleared since', (field, value, says) => {
  const bare = { ...context, sprints: [sprint('14', '2026-10-16T16:00:00.000Z')] }
  const premise: FieldPremise = { ticket: 'SP-1', field, name: null, value }
  expect(movedOn(bare, premise, NINE)).toBe(`SP-1 has moved on since: ${says}`)
  expect(movedOn(bare, { ...premise, value: null }, NINE)).toBeNull()
})

test('a sprint without an end, or one that ends later, is the one it is in; of several milestones each counts', () => {
  const open = { ...sprint('16', ''), endAt: null }
  const versions = ['UAT', 'Go-live'].map((name) => ({ name, releaseDate: null, released: false }))
  const both = { ...stands, versions, sprints: [sprint('14', '2026-10-16T16:00:00.000Z'), open] }
  expect(movedOn(both, { ticket: 'SP-1', field: 'sprint', name: null, value: '16' }, NINE)).toBeNull()
  expect(movedOn(both, { ticket: 'SP-1', field: 'milestone', name: 'UAT', value: 'UAT' }, NINE)).toBeNull()
  const over = {
    ...stands,
    sprints: [sprint('15', '2026-10-30T16:00:00.000Z'), sprint('9', NINE.toISOString())],
  }
  expect(movedOn(over, { ticket: 'SP-1', field: 'sprint', name: null, value: '15' }, NINE)).toBeNull()
})
