import { describe, expect, test } from 'vitest'
import { anAct, anEscalation, anUpdate } from '../../tests/fixtures/builders.ts'
import { NINE, nine } from '../../tests/fixtures/desk.ts'
import type { Act } from './act.ts'
import { calibrationOf } from './calibration.ts'
import type { Confidence } from './confidence.ts'
import type { Decision, Escalation } from './escalation.ts'
import { decide } from './escalation.ts'
import type { Fate } from './gate.ts'
import { dismiss } from './put-aside.ts'

const receipt = { id: '1', url: null, at: nine }
const done = (outcome: 'approved' | 'edited' | 'lapsed' | 'auto', over: Partial<Act> = {}) =>
  anAct({ status: 'done', outcome, receipt }, over)
const edit = (share: number) => ({ share, by: 'PM', at: nine, before: { subject: null, text: 'x' } })
const wrong = { verdict: 'wrong' as const, by: 'PM', at: nine }
const stopped = (by: string) => anAct({ status: 'cancelled', reason: 'no', by })

/** Sure by so many of the four checks. */
function sureBy(checks: number): Confidence {
  const score = (at: number) => ({ passed: at < checks, says: '' })
  return {
    ...{ sourceAgreement: score(0), boundaryCompliance: score(1) },
    ...{ schemaValidity: score(2), precedentMatch: score(3) },
  }
}
const sure = (checks: number, fate: Fate = 'hold') => ({
  gate: { ...anAct().gate, fate, confidence: sureBy(checks) },
})

describe('what the PM made of an act', () => {
  const nothing = { approved: 0, edited: 0, rewritten: 0, stopped: 0, undone: 0 }

  test.each<[string, Act[]]>([
    ['approved', [done('approved')]],
    ['edited', [done('edited', { edit: edit(0.1) })]],
    ['rewritten', [done('edited', { edit: edit(0.6) })]],
    ['stopped', [stopped('PM')]],
    ['undone', [done('auto', { undoneBy: 'U1' })]],
    ['undone', [done('lapsed', { mark: wrong })]],
  ])('is counted as %s, once', (said, acts) => {
    const { byChecks, byFate } = calibrationOf(acts, [])
    for (const all of [byChecks, byFate])
      expect(all.map((each) => each.said)).toEqual([{ ...nothing, [said]: 1 }])
  })

  test('is counted as undone where a document was put back to before it', () => {
    const { payload } = anUpdate()
    const changes = [{ op: 'restore' as const, version: 1, evidence: [] }]
    const back = { ...payload, changes } as typeof payload
    const acts = [
      done('auto', { kind: 'artefact_update', payload }),
      done('approved', { id: 'R1', kind: 'artefact_update', askedFor: true, payload: back }),
    ]
    expect(calibrationOf(acts, []).byFate.map((each) => each.said)).toEqual([{ ...nothing, undone: 1 }])
  })

  test.each<[string, Act]>([
    ['went without a word', done('lapsed')],
    ['was only prepared for a decision', done('approved', { escalationId: 'E1' })],
    ['was asked for by name', done('approved', { askedFor: true })],
    ['was stopped by the facts', stopped('executor')],
    ['still waits', anAct()],
  ])('is not counted where it %s', (_, act) => {
    expect(calibrationOf([act], [])).toEqual({ byChecks: [], byFate: [], decisions: [] })
  })

  test('is told apart by how many checks passed, the surest first', () => {
    const acts = [
      done('approved', sure(2)),
      done('approved', sure(4)),
      stopped('PM'),
      done('approved', sure(3)),
    ]
    const again = [done('edited', { ...sure(2), edit: edit(0.1) }), done('approved', sure(2))]
    expect(calibrationOf([...acts, ...again], []).byChecks).toEqual([
      { sure: 4, said: { ...nothing, approved: 1, stopped: 1 } },
      { sure: 3, said: { ...nothing, approved: 1 } },
      { sure: 2, said: { ...nothing, approved: 2, edited: 1 } },
    ])
  })

  test('and by what the gate made of it, from doing to refusing', () => {
    const fates: Fate[] = ['refuse', 'hold', 'ask', 'do']
    const acts = fates.map((fate) => done('approved', sure(4, fate)))
    expect(calibrationOf(acts, []).byFate.map((each) => each.sure)).toEqual(['do', 'hold', 'ask', 'refuse'])
  })
})

describe('how the PM answered a decision', () => {
  const asked = (checks = 4) => {
    const raised = anEscalation({ confidence: sureBy(checks) })
    if (raised.status !== 'pending') throw new Error('The builder gives a pending one.')
    return raised
  }
  const chosen = (over: Partial<Decision>, checks = 4): Escalation =>
    decide(asked(checks), {
      ...{ optionId: 'A', optionName: 'Ask', by: 'Morgan', device: 'Firefox', at: nine, undoUntil: nine },
      ...{ actIds: [], logActId: null, instead: null, recordedOnly: false },
      ...over,
    })
  const nothing = { recommended: 0, other: 0, own: 0, dismissed: 0 }

  test.each<[string, Escalation]>([
    ['recommended', chosen({})],
    ['other', chosen({ optionId: 'B' })],
    ['own', chosen({ optionId: 'E', instead: 'I call them.' })],
    ['dismissed', dismiss(asked(), 'Morgan', 'not_mine', NINE)],
  ])('is counted as %s', (said, answered) => {
    expect(calibrationOf([], [answered]).decisions).toEqual([{ sure: 4, said: { ...nothing, [said]: 1 } }])
  })

  test('is not counted while nobody has', () => {
    expect(calibrationOf([], [asked()]).decisions).toEqual([])
  })

  test('is told apart by how many checks passed, the surest first', () => {
    const all = [chosen({}, 1), chosen({}, 3), chosen({ optionId: 'B' }, 3), chosen({}, 2)]
    expect(calibrationOf([], all).decisions).toEqual([
      { sure: 3, said: { ...nothing, recommended: 1, other: 1 } },
      { sure: 2, said: { ...nothing, recommended: 1 } },
      { sure: 1, said: { ...nothing, recommended: 1 } },
    ])
  })
})
