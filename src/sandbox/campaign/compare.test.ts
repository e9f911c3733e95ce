import { expect, test } from 'vitest'
import { recordSignal, type Signal } from '#src/domain/signal.ts'
import { aRaw } from '../../../tests/fixtures/builders.ts'
import { compare } from './compare.ts'
import type { IntakeCase } from './intake-cases.ts'
import type { Told } from './told.ts'
import { openWorld } from './worlds.ts'

const start = new Date('2026-10-20T07:00:00Z')
/** So short that nothing happens in it. */
const world = { start, hours: 0.5, timeZone: 'Europe/London' }
const asked: IntakeCase = { name: 'x', world, faults: [] }
const seen = (ref: string, minute: number): Signal => {
  const occurredAt = new Date(start.getTime() + minute * 60_000).toISOString()
  const raw = aRaw({ ref, externalId: `${ref}#${minute}`, occurredAt, text: `${ref} at ${minute}` })
  return recordSignal(raw, { account: 'x', at: start, bootstrap: false, unownedSince: null })
}
const recorded = ({ id }: Signal): Told['history'][number] => ({ is: 'recorded', id })
const upTo = (minute: number): Told['history'][number] => {
  const readUpTo = new Date(start.getTime() + minute * 60_000).toISOString()
  return { is: 'checkpoint', source: 'jira', readUpTo }
}
const told = (signals: Signal[], over: Partial<Told> = {}): Told => ({
  ...{
    signals,
    acts: [],
    comments: [],
    mails: [],
    strikes: {},
    blind: [],
    late: [],
    deaths: 0,
    readInItsZone: 0,
  },
  history: [...signals.map(recorded), upTo(15)],
  ...over,
})
const [a, b] = [seen('SP-1', 3), seen('SP-2', 9)]
const against = (faulty: Told, of = asked) => compare(of, openWorld(world), told([a, b]), faulty)

test('a play that tells the same has no fault', () => {
  expect(against(told([a, b]))).toMatchObject({
    signalsLost: 0,
    signalsDoubled: 0,
    checkpointAhead: 0,
    blindWrong: 0,
  })
})

test('what is missing is lost; what is recorded again, or twice under two names, is doubled', () => {
  expect(against(told([a]))).toMatchObject({ signalsLost: 1 })
  expect(against(told([a, b], { history: [a, b, a].map(recorded) }))).toMatchObject({ signalsDoubled: 1 })
  expect(against(told([a, b, { ...b, id: 'jira/x/other' }]))).toMatchObject({ signalsDoubled: 1 })
})

test('a checkpoint is ahead of what it speaks of before that is recorded, but not of a ticket that changes again', () => {
  const early = [recorded(a), upTo(10), recorded(b)]
  expect(against(told([a, b], { history: early }))).toMatchObject({ checkpointAhead: 1 })
  const again = { ...seen('SP-2', 20), id: 'jira/x/again' }
  const calm = told([a, b, again])
  const row = compare(
    asked,
    openWorld(world),
    calm,
    told([a, b, again], { history: [...early, recorded(again)] }),
  )
  expect(row).toMatchObject({ checkpointAhead: 0 })
})

test('what the next check looks back for, or what is said to be found late, no checkpoint is ahead of', () => {
  const early = [recorded(a), upTo(10), recorded(b)]
  const rows = (of: Partial<IntakeCase>, over: Partial<Told> = {}) =>
    against(told([a, b], { history: early, ...over }), { ...asked, ...of })
  expect(rows({ behind: { jira: 90 } })).toMatchObject({ checkpointAhead: 0, lateWrong: 0 })
  expect(rows({ behind: { jira: 30 } })).toMatchObject({ checkpointAhead: 1 })
  const gap = { source: 'jira' as const, since: b.occurredAt, until: start.toISOString(), read: 1 }
  const late = [{ ...gap, until: new Date(start.getTime() + 3_600_000).toISOString() }]
  expect(rows({ behind: { jira: 2100 } }, { late })).toMatchObject({ checkpointAhead: 0, lateWrong: 0 })
  expect(rows({ behind: { jira: 30 } }, { late })).toMatchObject({ lateWrong: 1 })
  expect(rows({ behind: { jira: 2100 } })).toMatchObject({
    notMet: ['jira lag', 'a change found late'],
  })
})

test('a spell that nothing struck, or that ends at another check, is wrong', () => {
  const spell = { source: 'jira' as const, since: start.toISOString(), reason: 'x' }
  const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000).toISOString()
  const struck = { fault: '500', asked: 'GET /x', at: start, until: null, early: true }
  const strikes = { jira: [struck] }
  const row = (until: string | null, of: Told['strikes'] = strikes) =>
    against(told([a, b], { strikes: of, blind: [{ ...spell, until }] }))
  expect(row(at(15))).toMatchObject({ blindWrong: 0, requestsEarly: 1 })
  for (const until of [at(30), null]) expect(row(until)).toMatchObject({ blindWrong: 2 })
  expect(row(at(15), {})).toMatchObject({ blindWrong: 1 })
})

test('a case of which nothing came about says so', () => {
  const faults: IntakeCase['faults'] = [{ target: 'graph', fault: '410' }]
  expect(
    against(told([a, b]), { ...asked, faults, kills: true, accountTimeZone: 'Pacific/Auckland' }).notMet,
  ).toEqual([...['outlook 410', 'a death', 'a request in its own zone']])
})
