import { describe, expect, test } from 'vitest'
import { emptyArtefact, nextArtefact, type Artefact } from './artefact.ts'
import type { DocumentChange } from './document-change.ts'
import { isTakenBack, takenBack } from './undone.ts'
import { anEvidence, aRaidIssue } from '../../tests/fixtures/builders.ts'
import { minutesAfter, NINE } from '../../tests/fixtures/desk.ts'

const evidence = [anEvidence()]
const summary = (value: string) => ({ op: 'section' as const, section: 'summary', value, evidence })

describe('what the PM takes back', () => {
  const empty = emptyArtefact('SP', 'delivery_state', NINE)
  test('is not suggested again, and another value of the same section is', () => {
    const first = nextArtefact(empty, [summary('3 open')], NINE)
    const restored = nextArtefact(first, [{ op: 'restore', version: 1, evidence }], NINE, empty)
    expect(isTakenBack(summary('3 open'), restored.undone)).toBe(true)
    expect(isTakenBack(summary('4 open'), restored.undone)).toBe(false)
  })

  test('stays taken back through later changes', () => {
    const first = nextArtefact(empty, [summary('3 open')], NINE)
    const restored = nextArtefact(first, [{ op: 'restore', version: 1, evidence }], NINE, empty)
    const later = nextArtefact(restored, [summary('4 open')], NINE)
    expect(isTakenBack(summary('3 open'), later.undone)).toBe(true)
  })
})

describe('what the PM takes back of the RAID log', () => {
  const issue = aRaidIssue()
  const empty = emptyArtefact('SP', 'raid_log', NINE)
  const log = nextArtefact(empty, [{ op: 'add', item: issue, evidence }], NINE)
  const set = (field: 'status' | 'owner', value: string) => ({
    ...{ op: 'set' as const, itemId: issue.id, field, value, evidence },
  })
  const restored = (from: Artefact, before: Artefact) =>
    nextArtefact(from, [{ op: 'restore', version: from.version, evidence }], NINE, before)

  test('is an entry that was added', () => {
    const { undone } = restored(log, empty)
    expect(isTakenBack({ op: 'add', item: issue, evidence }, undone)).toBe(true)
    expect(isTakenBack({ op: 'add', item: { ...issue, id: 'issue-SP-2' }, evidence }, undone)).toBe(false)
  })

  test('is the field that was set, not the entry, nor that it was looked at', () => {
    const two = nextArtefact(log, [{ op: 'add', item: aRaidIssue({ id: 'issue-SP-2' }), evidence }], NINE)
    const later = minutesAfter(60)
    const { undone } = restored(nextArtefact(two, [set('status', 'mitigating')], later), two)
    expect(undone).toEqual(['issue-SP-1.status="mitigating"'])
    expect(isTakenBack(set('status', 'mitigating'), undone)).toBe(true)
    expect(isTakenBack(set('status', 'closed'), undone)).toBe(false)
    expect(isTakenBack(set('owner', 'mitigating'), undone)).toBe(false)
    expect(isTakenBack({ op: 'add', item: issue, evidence }, undone)).toBe(false)
  })

  test.each<DocumentChange>([
    { op: 'rag', value: 'red', evidence: [] },
    { op: 'milestone', name: 'UAT', dueOn: '2026-11-06', evidence: [] },
    { op: 'restore', version: 1, evidence },
  ])('is never the PM’s own word: $op', (change) => {
    expect(isTakenBack(change, restored(log, empty).undone)).toBe(false)
  })
})

test('of two versions only the sections that differ are taken back', () => {
  expect(takenBack({ summary: 'new', blockers: ['SP-1'] }, { summary: 'old', blockers: ['SP-1'] })).toEqual([
    'summary="new"',
  ])
})
