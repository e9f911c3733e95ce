import { expect, test } from 'vitest'
import { anEvidence, aRaidIssue } from '../../tests/fixtures/builders.ts'
import { minutesAfter, NINE } from '../../tests/fixtures/desk.ts'
import { applyRaidChanges, ChangeDoesNotFit, raidChange, raidItemId, type RaidChange } from './raid-log.ts'

const add: RaidChange[] = [{ op: 'add', item: aRaidIssue(), evidence: [anEvidence()] }]
const empty = { items: [] }
const log = applyRaidChanges(empty, add, NINE)

function set(
  value: string | null,
  over: { itemId?: string; field?: 'status' | 'dueAt' | 'mitigation' } = {},
): RaidChange[] {
  return [{ op: 'set', itemId: 'issue-SP-1', field: 'status', evidence: [anEvidence()], value, ...over }]
}

test('an entry is added once', () => {
  expect(log.items).toHaveLength(1)
  expect(applyRaidChanges(log, add, NINE)).toEqual(log)
  expect(empty.items).toEqual([])
})

test('of two entries each is its own', () => {
  const second = aRaidIssue({ id: 'issue-SP-2', origin: 'SP-2' })
  const both = applyRaidChanges(log, [{ op: 'add', item: second, evidence: [anEvidence()] }], NINE)
  expect(both.items.map(({ id }) => id)).toEqual(['issue-SP-1', 'issue-SP-2'])
})

test('every change rests on evidence, however much', () => {
  const rests = (change: RaidChange, evidence: unknown[]) =>
    raidChange.safeParse({ ...change, evidence }).success
  const [one, two] = [[anEvidence()], [anEvidence(), anEvidence()]]
  for (const change of [...add, ...set('closed')])
    expect([rests(change, []), rests(change, one), rests(change, two)]).toEqual([false, true, true])
})

test('a field is set, and the entry counts as reviewed', () => {
  const [item] = applyRaidChanges(log, set('mitigating'), minutesAfter(5)).items
  expect(item).toMatchObject({ status: 'mitigating', lastReviewedAt: minutesAfter(5).toISOString() })
})

test('what is so already changes nothing', () => {
  expect(applyRaidChanges(log, set('open'), minutesAfter(5))).toEqual(log)
})

test.each([
  ['an entry that is not there', set('closed', { itemId: 'issue-SP-9' })],
  ['a word that is no status', set('fine')],
  ['a day that is no moment', set('soon', { field: 'dueAt' })],
  ['nothing where something must be', set(null)],
])('%s does not fit, and the log stays whole', (_, changes) => {
  expect(() => applyRaidChanges(log, changes, NINE)).toThrow(ChangeDoesNotFit)
  expect(log.items[0]?.status).toBe('open')
})

test('changes apply in order', () => {
  const both = applyRaidChanges(empty, [...add, ...set('mitigating'), ...set('resolved')], NINE)
  expect(both.items[0]?.status).toBe('resolved')
  expect(both.items[0]?.id).toBe(raidItemId('issue', 'SP-1'))
})
