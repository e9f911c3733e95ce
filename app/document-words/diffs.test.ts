import { expect, test } from 'vitest'
import type { ArtefactChange } from '#src/domain/artefact.ts'
import type { DocumentChange } from '#src/domain/document-change.ts'
import type { RaidItem } from '#src/domain/raid-log.ts'
import { EMPTY_DELIVERY } from '#src/domain/delivery-state.ts'
import { diffsOf, reversed } from './diffs.ts'
import { fieldsOf } from './fields.ts'

const at = '2026-10-22T10:00:00.000Z'
const proof = [
  {
    kind: 'computed',
    signalId: 's',
    ref: 'SP-1',
    text: 't',
    by: 'Tom',
    at,
    url: null,
    surroundings: '',
  } as const,
]
const version = (number: number, ...changes: DocumentChange[]): ArtefactChange => ({
  ...{ projectId: 'SP', artefactType: 'delivery_state', version: number, actId: `A${number}`, at, changes },
})
const section = (name: string, value: never): DocumentChange => ({
  ...{ op: 'section', section: name, value, evidence: proof },
})
const milestones = (status: string) => [{ name: 'UAT', dueOn: '2026-10-30', status, notes: '' }] as never
const diffs = (changes: ArtefactChange[]) => diffsOf(changes, (id) => id)

test('a milestone that slips is told as what it was and what it is', () => {
  const [last, first] = diffs([
    version(1, section('milestones', milestones('on_track'))),
    version(2, section('milestones', milestones('at_risk'))),
  ])
  expect(first?.lines).toEqual([{ what: 'UAT', before: null, after: 'Fri 30 Oct, on track' }])
  expect(last).toMatchObject({ version: 2, actId: 'A2', evidence: proof })
  expect(last?.lines).toEqual([{ what: 'UAT', before: 'Fri 30 Oct, on track', after: 'Fri 30 Oct, at risk' }])
  expect(reversed(last?.lines ?? [])[0]).toMatchObject({ after: 'Fri 30 Oct, on track' })
})

test('what left a list is gone, and what was taken back stands as it did', () => {
  const [undone, left] = diffs([
    version(1, section('nextActions', ['Ask Tom', 'Ring Bollard'] as never)),
    version(2, section('nextActions', ['Ask Tom'] as never)),
    version(3, { op: 'restore', version: 2, evidence: [] }),
  ])
  expect(left?.lines).toEqual([{ what: 'Next action: Ring Bollard', before: 'listed', after: null }])
  expect(undone).toMatchObject({
    isUndo: true,
    lines: [{ what: 'Next action: Ring Bollard', before: null, after: 'listed' }],
  })
})

test('a field of a RAID entry is told under its title, with what it was', () => {
  const item: RaidItem = {
    ...{ id: 'issue-SP-1', kind: 'issue', title: 'Crane: not booked', severity: 'high', status: 'open' },
    ...{ owner: null, raisedAt: at, dueAt: null, mitigation: null, resolution: null, origin: 'SP-1' },
    lastReviewedAt: at,
  }
  const [set, added] = diffsOf(
    [
      version(1, { op: 'add', item, evidence: proof }),
      version(2, { op: 'set', itemId: item.id, field: 'owner', value: 'Tom', evidence: proof }),
    ],
    () => item.title,
  )
  expect(added?.lines).toEqual([{ what: 'Crane: not booked', before: null, after: 'new issue' }])
  expect(set?.lines).toEqual([{ what: 'Crane: not booked: owner', before: 'empty', after: 'Tom' }])
})

test('every section of an empty delivery state can be told without braces', () => {
  for (const [name, value] of Object.entries(EMPTY_DELIVERY))
    for (const words of fieldsOf(name, value).values()) expect(words).not.toMatch(/[{}[\]]/)
  expect(fieldsOf('rag', 'no such value').size).toBe(0)
})
