import { describe, expect, test } from 'vitest'
import { nine } from '../../tests/fixtures/desk.ts'
import { actionType, boundaryAt, leavesTheWorkbench, type ActionType } from './boundary.ts'
import { confidenceOf } from './confidence.ts'
import { CHECKS, judgeLast, lastCheckInputs, type LastCheckInputs } from './last-check.ts'
import type { AutonomyLevel } from './project.ts'

const scores = (precedents: ('approved' | 'cancelled')[] = []) =>
  confidenceOf({
    ...{ contradictions: [], sources: ['jira'], sourcesWanted: 1, boundary: 'hold' },
    ...{ schemaProblem: null, precedents },
  })

/** A comment that was held at Act, and against which nothing speaks. */
const calm: LastCheckInputs = {
  ...{ at: nine, type: 'jira_comment', dial: 'tactical', paused: false, away: false },
  permit: { by: 'dial', isUsed: false },
  ...{ recipients: [], recipientsProblem: null, confidence: scores(), notBefore: null },
  ...{ premise: { problem: null }, manners: [] },
}
const answer = (over: Partial<LastCheckInputs>) => {
  const { verdict, against, says } = judgeLast({ ...calm, ...over })
  return { verdict, against, says }
}

/** Each speaks against it by itself, in the order of the law. */
const AGAINST: Partial<Record<(typeof CHECKS)[number], Partial<LastCheckInputs>>> = {
  paused: { paused: true },
  permit: { permit: { by: 'dial', isUsed: true } },
  boundary: { dial: 'artefact' },
  recipients: { recipientsProblem: 'mei@x.example is not in the register' },
  confidence: { confidence: scores(['cancelled', 'approved', 'approved']) },
  working_hours: { notBefore: { until: nine, says: 'outside your working hours' } },
  premise: { premise: { problem: 'SP-1 has moved to Done' } },
  manners: { manners: ['SP-1 is a request that customers see', 'people are talking on SP-1'] },
}

describe('the last check before an act', () => {
  test('lets it go when nothing speaks against it', () => {
    expect(answer({})).toEqual({ verdict: 'go', against: null, says: null })
  })

  test.each([
    ['paused', 'wait', 'paused'],
    ['permit', 'stop', 'its permit was used before'],
    ['boundary', 'stop', 'the dial was lowered to Maintain'],
    ['recipients', 'stop', 'mei@x.example is not in the register'],
    ['confidence', 'stop', 'precedent: 2 of 3 like it approved'],
    ['working_hours', 'hold', 'outside your working hours'],
    ['premise', 'stop', 'SP-1 has moved to Done'],
    ['manners', 'stop', 'SP-1 is a request that customers see; people are talking on SP-1'],
  ] as const)('%s: %s', (against, verdict, says) => {
    expect(answer(AGAINST[against] ?? {})).toEqual({ verdict, against, says })
  })

  test('answers with the first of them in the order of the law, whatever else speaks against it', () => {
    const asked = CHECKS.filter((name) => AGAINST[name])
    for (const [index, first] of asked.entries()) {
      const these = asked.slice(index).map((name) => AGAINST[name] ?? {})
      const all: Partial<LastCheckInputs> = Object.assign({}, ...these)
      expect(answer(all).against).toBe(first)
    }
  })

  test.each([
    ['a doubtful score', { sourceAgreement: false }, 'artefact_update', 'go'],
    ['two doubtful scores', { sourceAgreement: false, precedentMatch: false }, 'artefact_update', 'stop'],
    ['a doubtful score', { precedentMatch: false }, 'jira_comment', 'stop'],
    ['a failed form', { schemaValidity: false }, 'artefact_update', 'stop'],
    ['a failed boundary', { boundaryCompliance: false }, 'artefact_update', 'stop'],
  ] as const)('%s (%o) of %s: %s', (_, failed, type, verdict) => {
    const of = { ...scores() }
    for (const [name, passed] of Object.entries(failed))
      Object.assign(of, { [name]: { passed, says: `${name} failed` } })
    expect(answer({ type, confidence: of })).toMatchObject({
      ...{ verdict, against: verdict === 'go' ? null : 'confidence' },
    })
  })

  test('does not let go what was not asked about its premise', () => {
    expect(answer({ premise: 'unasked' })).toMatchObject({ verdict: 'wait', against: 'premise' })
  })

  test('of a time when nobody asked whether the PM is away is read as if they were not', () => {
    const older = Object.entries(calm).filter(([name]) => name !== 'away' && name !== 'manners')
    expect(lastCheckInputs.parse(Object.fromEntries(older))).toEqual({ ...calm, away: false, manners: null })
  })

  test('nor what was not asked about manners', () => {
    expect(answer({ manners: 'unasked' })).toMatchObject({ verdict: 'wait', against: 'manners' })
  })

  test.each(['dial', 'pm'] as const)(
    'what is never allowed is stopped as such, with the leave of the %s',
    (by) => {
      expect(answer({ type: 'delete_data', permit: { by, isUsed: false }, confidence: null })).toEqual({
        ...{ verdict: 'stop', against: 'boundary', says: 'not allowed' },
      })
    },
  )
})

const DIALS: AutonomyLevel[] = ['monitoring', 'artefact', 'tactical']
const cases = actionType.options.flatMap((type) =>
  DIALS.map((dial) => [type, dial] as [ActionType, AutonomyLevel]),
)

describe.each(cases)('%s at %s', (type, dial) => {
  const by = (who: 'dial' | 'pm') =>
    answer({ type, dial, permit: { by: who, isUsed: false }, confidence: null }).verdict

  test('the dial’s permit lasts as long as the dial gives it', () => {
    const given = boundaryAt(type, dial)
    expect(by('dial')).toBe(given === 'auto' || given === 'hold' ? 'go' : 'stop')
  })

  test('the PM’s word lasts until Observe, and never widens the boundary', () => {
    const stopped = boundaryAt(type, dial) === 'never' || (dial === 'monitoring' && leavesTheWorkbench(type))
    expect(by('pm')).toBe(stopped ? 'stop' : 'go')
  })

  test('Pause holds back what leaves, and nothing else', () => {
    const { against } = answer({ type, dial, paused: true, confidence: null })
    expect(against === 'paused').toBe(leavesTheWorkbench(type))
  })
})
