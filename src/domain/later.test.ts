import { expect, test } from 'vitest'
import { anEvidence, aSignal } from '../../tests/fixtures/builders.ts'
import { awaitable, awaitedWords, isAwaited, laterTimes, latestBefore, morningOf } from './later.ts'

const times = (now: string) =>
  laterTimes(new Date(now), 'Europe/London').map(({ choice, at }) => [choice, at.toISOString()])

test('on a Thursday morning all four times lie ahead', () => {
  expect(times('2026-10-22T10:00:00.000Z')).toEqual([
    ['hour', '2026-10-22T11:00:00.000Z'],
    ['afternoon', '2026-10-22T13:00:00.000Z'],
    ['tomorrow', '2026-10-23T07:30:00.000Z'],
    ['monday', '2026-10-26T08:30:00.000Z'],
  ])
})

test('the afternoon is not offered in it, and Monday once', () => {
  expect(times('2026-10-25T14:00:00.000Z').map(([choice]) => choice)).toEqual(['hour', 'tomorrow'])
})

test('a day begins at half past eight where the PM is, on either side of the change of the clocks', () => {
  expect(morningOf('2026-10-23', 'Europe/London').toISOString()).toBe('2026-10-23T07:30:00.000Z')
  expect(morningOf('2026-10-26', 'Europe/London').toISOString()).toBe('2026-10-26T08:30:00.000Z')
})

test('for want of what is waited for it comes back before its time is up', () => {
  const now = new Date('2026-10-22T10:00:00.000Z')
  const latest = (decideBy: string | null) => latestBefore(decideBy, now, 'Europe/London').toISOString()
  expect(latest('2026-10-23T11:00:00.000Z')).toBe('2026-10-23T07:30:00.000Z')
  expect(latest('2026-10-22T10:30:00.000Z')).toBe('2026-10-22T11:00:00.000Z')
  expect(latest(null)).toBe('2026-10-26T08:30:00.000Z')
})

test('a decision can wait for what its facts come from: tickets that move, people who answer, never the PM', () => {
  const mail = (by: string) => anEvidence({ signalId: `outlook/m/${by}`, by })
  const facts = [anEvidence(), anEvidence(), mail('Tom Okoro'), mail('Morgan Reid')]
  expect(awaitable(facts, 'Morgan Reid').map(awaitedWords)).toEqual([
    'when SP-1 moves',
    'when Tom Okoro answers',
  ])
})

test('a move of the ticket is waited for, not a comment on it nor what the agent does itself', () => {
  const moves = { kind: 'ticket', name: 'SP-1' } as const
  expect(isAwaited(moves, aSignal({ kind: 'status' }))).toBe(true)
  expect(isAwaited(moves, aSignal({ kind: 'status', ref: 'SP-2' }))).toBe(false)
  expect(isAwaited(moves, aSignal({ kind: 'comment' }))).toBe(false)
  expect(isAwaited(moves, aSignal({ kind: 'status', ours: true }))).toBe(false)
})
