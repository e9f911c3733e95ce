import { expect, test } from 'vitest'
import { anEvidence, aSignal } from '../../tests/fixtures/builders.ts'
import { aMail } from '../../tests/fixtures/talk.ts'
import { awaitable, awaited, awaitedWords, isAwaited, laterTimes, latestBefore, morningOf } from './later.ts'

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

test('an answer of the one who is waited for, and of nobody else, nor by itself', () => {
  const niall = { kind: 'person', name: 'Niall Keane' } as const
  expect(isAwaited(niall, aMail())).toBe(true)
  expect(isAwaited({ ...niall, name: 'Tom Okoro' }, aMail())).toBe(false)
  expect(isAwaited(niall, aMail({ kind: 'mail_automatic' }))).toBe(false)
  expect(isAwaited(niall, aMail({ actor: null }))).toBe(false)
  const actor = { accountId: 'n', name: 'Niall Keane', email: null }
  expect(isAwaited(niall, aSignal({ kind: 'status', actor }))).toBe(false)
})

test('what was set aside, what was there at the start and what is of another source brings nothing back', () => {
  const moves = { kind: 'ticket', name: 'SP-1' } as const
  expect(isAwaited(moves, aSignal({ setAside: 'It gives orders.' }))).toBe(false)
  expect(isAwaited(moves, aSignal({ bootstrap: true }))).toBe(false)
  expect(isAwaited(moves, aMail({ ref: 'SP-1' }))).toBe(false)
  expect(isAwaited({ kind: 'person', name: 'Niall Keane' }, aMail({ setAside: 'It gives orders.' }))).toBe(
    false,
  )
})

test('of what it can wait for, two of a kind are offered, those of the newest facts first', () => {
  const fact = (ref: string, day: number) => anEvidence({ ref, at: `2026-10-0${day}T08:00:00.000Z` })
  const facts = [fact('SP-1', 1), fact('SP-3', 3), fact('SP-2', 2), fact('SP-3', 1)]
  expect(awaitable(facts, 'Morgan Reid').map(({ name }) => name)).toEqual(['SP-3', 'SP-2'])
})

test('an hour before the afternoon, one of both is offered; in time is before the decision’s own', () => {
  expect(times('2026-10-22T12:00:00.000Z').map(([choice]) => choice)).toEqual(['hour', 'tomorrow', 'monday'])
  const now = new Date('2026-10-22T10:00:00.000Z')
  const latest = (decideBy: string, from = now) => latestBefore(decideBy, from, 'Europe/London').toISOString()
  expect(latest('2026-10-23T07:30:00.000Z')).toBe('2026-10-22T13:00:00.000Z')
})

test('what is waited for has a name', () => {
  expect(awaited.safeParse({ kind: 'person', name: '' }).success).toBe(false)
  expect(awaited.parse({ kind: 'person', name: 'Tom Okoro' })).toEqual({ kind: 'person', name: 'Tom Okoro' })
})
