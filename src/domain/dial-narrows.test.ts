import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NINE, nine } from '../../tests/fixtures/desk.ts'
import { actionType, boundaryAt, leavesTheWorkbench, type Boundary } from './boundary.ts'
import { confidenceOf, precedentEnd } from './confidence.ts'
import { judge, type Fate, type GateInputs } from './gate.ts'
import { judgeLast, type LastCheck, type LastCheckInputs } from './last-check.ts'

/** The dial only narrows, over random boundaries, scores, manners and histories. */

const DIALS = ['monitoring', 'artefact', 'tactical'] as const
/** From the freest to what is not done at all. */
const BOUNDARIES: Boundary[] = ['auto', 'hold', 'approval', 'never']
const FATES: Fate[] = ['do', 'hold', 'ask', 'refuse']
const VERDICTS: LastCheck['verdict'][] = ['go', 'wait', 'hold', 'stop']

const type = fc.constantFrom(...actionType.options)
/** Two settings of the dial, the lower one first. */
const twoDials = fc.constantFrom([0, 1] as const, [0, 2] as const, [1, 2] as const)
const words = fc.array(fc.constantFrom('SP-1 is done', 'SP-1 is now Review'), { maxLength: 2 })
const confidence: fc.Arbitrary<GateInputs['confidence']> = fc.record({
  contradictions: words,
  sources: fc.uniqueArray(fc.constantFrom('jira', 'outlook', 'asana'), { minLength: 1 }),
  schemaProblem: fc.option(fc.constant('nobody knows them')),
  precedents: fc.array(fc.constantFrom(...precedentEnd.options), { maxLength: 12 }),
})
const gateInputs = fc.record({ type, paused: fc.boolean(), confidence, manners: words })

const lastInputs: fc.Arbitrary<Omit<LastCheckInputs, 'dial'>> = fc.record({
  ...{ at: fc.constant(nine), type, paused: fc.boolean(), away: fc.boolean(), recipients: fc.constant([]) },
  manners: fc.oneof(fc.constant(null), fc.constant('unasked' as const), words),
  permit: fc.record({ by: fc.constantFrom('dial' as const, 'pm' as const), isUsed: fc.boolean() }),
  recipientsProblem: fc.option(fc.constant('not in the register')),
  confidence: fc.option(
    confidence.map((inputs) => confidenceOf({ ...inputs, boundary: 'hold', sourcesWanted: 1 })),
  ),
  notBefore: fc.option(fc.constant({ until: nine, says: 'outside your working hours' })),
  premise: fc.oneof(
    fc.constant('unasked' as const),
    fc.record({ problem: fc.option(fc.constant('it has moved')) }),
  ),
})

describe('a lower setting of the dial', () => {
  test('gives no type of act more room, an unlisted one none', () => {
    fc.assert(
      fc.property(fc.oneof(type, fc.string()), twoDials, (name, [lower, higher]) => {
        const room = (dial: 0 | 1 | 2) => BOUNDARIES.indexOf(boundaryAt(name, DIALS[dial]))
        expect(room(lower)).toBeGreaterThanOrEqual(room(higher))
        if (!actionType.safeParse(name).success) expect(boundaryAt(name, DIALS[higher])).toBe('never')
      }),
      { numRuns: 1_000 },
    )
  })

  test('never lets the gate give an act a freer fate, whatever else is so', () => {
    fc.assert(
      fc.property(gateInputs, twoDials, (inputs, [lower, higher]) => {
        const fate = (dial: 0 | 1 | 2) =>
          FATES.indexOf(judge({ ...inputs, dial: DIALS[dial], at: NINE }).fate)
        expect(fate(lower)).toBeGreaterThanOrEqual(fate(higher))
        expect(fate(higher)).toBeGreaterThanOrEqual(
          BOUNDARIES.indexOf(boundaryAt(inputs.type, DIALS[higher])),
        )
      }),
      { numRuns: 2_000 },
    )
  })

  test('never lets go what a higher one holds back', () => {
    fc.assert(
      fc.property(lastInputs, twoDials, (inputs, [lower, higher]) => {
        const goes = (dial: 0 | 1 | 2) => judgeLast({ ...inputs, dial: DIALS[dial] }).verdict === 'go'
        // What may go at once may have one doubtful score, and no dial makes more types go at once.
        if (goes(lower)) expect(goes(higher)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the last check', () => {
  test('lets nothing go on a used permit, outside the boundary, to nobody it may reach, or while paused', () => {
    fc.assert(
      fc.property(lastInputs, fc.constantFrom(...DIALS), (inputs, dial) => {
        const { verdict } = judgeLast({ ...inputs, dial })
        expect(VERDICTS).toContain(verdict)
        if (verdict !== 'go') return
        const given = boundaryAt(inputs.type, dial)
        expect(inputs.permit.isUsed).toBe(false)
        expect(given).not.toBe('never')
        if (inputs.permit.by === 'dial') expect(given).not.toBe('approval')
        if (leavesTheWorkbench(inputs.type)) {
          expect(dial).not.toBe('monitoring')
          expect(inputs.paused).toBe(false)
        }
        expect(inputs).toMatchObject({ recipientsProblem: null, notBefore: null, premise: { problem: null } })
        expect(inputs.confidence?.schemaValidity.passed).not.toBe(false)
      }),
      { numRuns: 4_000 },
    )
  })
})
