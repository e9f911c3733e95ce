import { describe, expect, test } from 'vitest'
import { anAct, anEscalation, anUpdate, aSignal } from '../../tests/fixtures/builders.ts'
import { aProject, NINE, nine } from '../../tests/fixtures/desk.ts'
import { aMemory, aSilence } from '../../tests/fixtures/memories.ts'
import type { Act, ActPayload } from './act.ts'
import { daysOf, type DayFacts } from './clean-day.ts'

const project = aProject({ connectedAt: '2026-10-19T07:00:00.000Z' })
const calm: DayFacts = {
  acts: [],
  memories: [],
  checkedOn: ['2026-10-19', '2026-10-20', '2026-10-21'],
  blind: [],
}
const days = (over: Partial<DayFacts>) => daysOf({ ...calm, ...over }, project, NINE, 'Europe/London')
const stainsOn = (day: string, over: Partial<DayFacts>) =>
  days(over).find((each) => each.day === `2026-10-${day}`)?.stains
const late = '2026-10-20T23:30:00.000Z'
const wednesday = '2026-10-21T15:00:00.000Z'

test('the days that are over are looked at, from the one on which it was connected', () => {
  expect(days({})).toEqual(['19', '20', '21'].map((day) => ({ day: `2026-10-${day}`, stains: [] })))
})

test('thirty days at most, and none before it was connected or its dial was lowered by rule', () => {
  const old = aProject({ connectedAt: '2026-01-01T07:00:00.000Z' })
  const first = (of: typeof old) => daysOf(calm, of, NINE, 'Europe/London').at(0)?.day
  expect(daysOf(calm, old, NINE, 'Europe/London')).toHaveLength(30)
  expect(first(old)).toBe('2026-09-22')
  const demoted = { at: '2026-10-19T12:00:00.000Z', because: 'x' }
  expect(first({ ...old, dialTurn: { ...old.dialTurn, demoted } })).toBe('2026-10-20')
})

test('a day without a check is not clean, quiet as it was', () => {
  expect(days({ checkedOn: ['2026-10-19', '2026-10-21'] }).map(({ stains }) => stains)).toEqual([
    [],
    [{ what: 'no check', times: 1 }],
    [],
  ])
})

describe('a day is not clean on which the PM', () => {
  const done = { status: 'done', outcome: 'auto', receipt: { id: '7', url: null, at: nine } } as const
  const update = anUpdate().payload
  const restore: ActPayload = {
    ...{ kind: 'artefact_update', artefactType: 'raid_log' },
    changes: [{ op: 'restore', version: 7, evidence: [] }],
  }
  const edit = { share: 0.6, by: 'Morgan Reid', at: wednesday, before: { subject: null, text: 'x' } }
  const made = { kind: 'artefact_update', payload: update } as const
  const asked = { ...made, id: 'A2', payload: restore, createdAt: wednesday, askedFor: true }
  const undo = { id: 'U1', compensates: 'A1', askedFor: true, updatedAt: wednesday }

  test.each<[string, Act[], string]>([
    [
      'stopped',
      [anAct({ status: 'cancelled', reason: 'no', by: 'Morgan Reid' }, { updatedAt: wednesday })],
      'stopped',
    ],
    ['wrote a text anew', [anAct(undefined, { edit })], 'rewritten'],
    ['took back the last change of a document', [anAct(done, made), anAct(done, asked)], 'undone'],
    [
      'marked an act as wrong',
      [anAct(done, { mark: { verdict: 'wrong', by: 'Morgan Reid', at: wednesday } })],
      'wrong',
    ],
    ['undid what was done alone', [anAct(done, { undoneBy: 'U1' }), anAct(done, undo)], 'undone'],
  ])('%s', (_, acts, what) => {
    expect(stainsOn('21', { acts })).toEqual([{ what, times: 1 }])
    expect(stainsOn('20', { acts })).toEqual([])
  })

  test('said “wrong”, of a change or of a decision; what a dismissal taught is no such word', () => {
    const said = { ...aMemory(aSignal(), 'noise'), at: wednesday }
    const silence = { ...aSilence(anEscalation()), at: wednesday }
    expect(stainsOn('21', { memories: [said, silence] })).toEqual([{ what: 'wrong', times: 2 }])
    const choice = { ...silence, teaches: 'choice' as const, chose: 'A' }
    expect(stainsOn('21', { memories: [{ ...silence, reason: 'not_mine' }, choice] })).toEqual([])
  })

  test('and not one on which they took their own choice back, or corrected a few words', () => {
    const own = anAct(
      { status: 'cancelled', reason: 'taken back within ten seconds', by: 'Morgan Reid' },
      { escalationId: 'E1', updatedAt: wednesday },
    )
    const stopped = anAct({ status: 'cancelled', reason: 'moved', by: 'executor' }, { updatedAt: wednesday })
    const corrected = anAct(undefined, { edit: { ...edit, share: 0.3 } })
    expect(stainsOn('21', { acts: [own, stopped, corrected] })).toEqual([])
  })
})

describe('blind', () => {
  test('for half an hour of a local day it is not clean; for less it is', () => {
    const spell = (until: string) => ({ blind: [{ since: '2026-10-20T10:00:00.000Z', until }] })
    expect(stainsOn('20', spell('2026-10-20T10:29:00.000Z'))).toEqual([])
    expect(stainsOn('20', spell('2026-10-20T10:30:00.000Z'))).toEqual([{ what: 'blind', times: 30 }])
  })

  test('spells count in whatever order they are told, and those of other days do not', () => {
    const at = (from: string, until: string) => ({
      since: `2026-10-${from}:00.000Z`,
      until: `2026-10-${until}:00.000Z`,
    })
    const blind = [
      at('20T12:00', '20T12:20'),
      at('20T10:00', '20T10:20'),
      at('19T10:00', '19T18:00'),
      at('21T10:00', '21T18:00'),
    ]
    expect(stainsOn('20', { blind })).toEqual([{ what: 'blind', times: 40 }])
  })

  test('two sources at once count once, and a night belongs to both its days', () => {
    const blind = [
      { since: late, until: '2026-10-21T00:10:00.000Z' },
      { since: '2026-10-20T23:40:00.000Z', until: '2026-10-21T00:20:00.000Z' },
    ]
    expect(stainsOn('20', { blind })).toEqual([])
    expect(stainsOn('21', { blind })).toEqual([{ what: 'blind', times: 50 }])
    expect(stainsOn('21', { blind: [{ since: late, until: null }] })).toEqual([
      { what: 'blind', times: 1410 },
    ])
  })
})
