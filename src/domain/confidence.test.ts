import { expect, test } from 'vitest'
import { confidenceOf, type ConfidenceInputs } from './confidence.ts'

const given = (over: Partial<ConfidenceInputs> = {}) =>
  confidenceOf({
    ...{
      contradictions: [],
      sources: ['jira'],
      sourcesWanted: 1,
      boundary: 'hold',
      schemaProblem: null,
      precedents: [],
    },
    ...over,
  })
const like = (approved: number, cancelled: number): ConfidenceInputs['precedents'] => [
  ...Array.from({ length: approved }, () => 'approved' as const),
  ...Array.from({ length: cancelled }, () => 'cancelled' as const),
]

test('fewer than three like acts are neutral, and the first says so', () => {
  expect(given().precedentMatch).toEqual({ passed: true, says: 'first of its kind' })
  expect(given({ precedents: ['cancelled', 'undone'] }).precedentMatch).toEqual({
    passed: true,
    says: '2 before',
  })
})

test.each([
  [like(7, 3), true],
  [like(6, 4), false],
  [like(3, 0), true],
  [like(2, 1), false],
  [['cancelled', ...like(9, 0)], false],
  [['undone', ...like(9, 0)], false],
  [['edited', 'edited', 'edited'], true],
] as const)('%j passes: %s', (precedents, passed) => {
  expect(given({ precedents: [...precedents] }).precedentMatch.passed).toBe(passed)
})

test('sources agree when none is newer and there are enough of them', () => {
  expect(given().sourceAgreement).toEqual({ passed: true, says: 'one source, nothing newer against it' })
  expect(given({ sources: ['jira', 'outlook'] }).sourceAgreement.says).toBe('sources agree')
  expect(given({ sourcesWanted: 2 }).sourceAgreement.passed).toBe(false)
  expect(given({ contradictions: ['SP-1 is now Done'] }).sourceAgreement.says).toContain('SP-1 is now Done')
})

test('never is not compliant, and a wrong form is named', () => {
  expect(given().boundaryCompliance).toEqual({ passed: true, says: 'yes' })
  expect(given({ boundary: 'never' }).boundaryCompliance).toEqual({ passed: false, says: 'not allowed' })
  expect(given({ schemaProblem: 'no text' }).schemaValidity).toEqual({ passed: false, says: 'no text' })
})
