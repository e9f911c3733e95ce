import { expect, test } from 'vitest'
import type { ScreenRow } from '#app/rows.ts'
import { byCostOfDelay, changedSince, isOpen, restsOn } from './today-lists.ts'

const decision = (id: string, change: Partial<ScreenRow<'escalation'>> = {}): ScreenRow<'escalation'> => ({
  id,
  version: 1,
  projectId: 'SP',
  status: 'pending',
  createdAt: '2026-10-22T10:00:00.000Z',
  ...change,
})

const event = (id: string, at: string, change: Partial<ScreenRow<'event'>> = {}): ScreenRow<'event'> => ({
  id,
  version: 1,
  projectId: 'SP',
  kind: 'escalation_raised',
  at,
  text: `Event ${id}`,
  ...change,
})

test('the soonest deadline comes first, then what has waited longest', () => {
  const soon = decision('soon', { decideBy: '2026-10-23T11:00:00.000Z' })
  const later = decision('later', { decideBy: '2026-10-24T11:00:00.000Z' })
  const old = decision('old', { createdAt: '2026-10-20T10:00:00.000Z' })
  const ids = [decision('new'), later, old, soon].sort(byCostOfDelay).map(({ id }) => id)
  expect(ids).toEqual(['soon', 'later', 'old', 'new'])
})

test('past its time, a decision is still open; decided or overtaken it is not', () => {
  expect(
    ['pending', 'expired', 'decided', 'superseded'].filter((status) => isOpen(decision('d', { status }))),
  ).toEqual(['pending', 'expired'])
})

test('changes are grouped by what they are about, the latest first, checks left out', () => {
  const changed = changedSince(
    [
      event('old', '2026-10-21T08:00:00.000Z'),
      event('a1', '2026-10-22T08:00:00.000Z', { ref: 'SP-1' }),
      event('b', '2026-10-22T09:00:00.000Z', { ref: 'SP-2' }),
      event('a2', '2026-10-22T10:00:00.000Z', { ref: 'SP-1' }),
      event('check', '2026-10-22T10:00:00.000Z', { kind: 'cycle_active' }),
      event('document', '2026-10-22T10:00:00.000Z', { kind: 'artefact_updated' }),
    ],
    '2026-10-21T10:00:00.000Z',
  )
  expect(changed.map(({ latest, earlier }) => [latest.id, earlier])).toEqual([
    ['a2', 1],
    ['b', 0],
  ])
})

test.each([
  [['SP-1', '<1@x>', 'SP-2', 'SP-3', '<2@x>'], '3 tickets, 2 mails'],
  [['SP-1'], '1 ticket'],
  [['<1@x>'], '1 mail'],
  [[], ''],
])('what it rests on is counted: %j', (refs, words) => {
  expect(restsOn(refs)).toBe(words)
})
