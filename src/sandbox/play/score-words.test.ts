import { expect, test } from 'vitest'
import type { Score } from './score.ts'
import { inWords, pooled } from './score-words.ts'

const aScore = (over: Partial<Score> = {}): Score => ({
  ...{ right: 1, judged: 2, confusion: { high: { high: 1, low: 1 } }, concerned: 1, mustConcern: 2 },
  ...{ useful: 1, raised: 1, hallucinatedActs: 0, evidence: { valid: 1, documents: 1 }, costUsd: 0.01 },
  failures: [{ scenario: 'clinic', what: 'no decision concerns WTL-4' }],
  ...over,
})

test('scenarios are pooled by their counts, not by their shares', () => {
  const clear = aScore({ right: 6, judged: 6, confusion: { low: { low: 6 } }, failures: [] })
  expect(pooled([aScore(), clear])).toMatchObject({
    ...{ scenarios: 2, accuracy: 7 / 8, escalationRecall: 0.5, escalationPrecision: 1 },
    confusion: { high: { high: 1, low: 1 }, low: { low: 6 } },
  })
})

test('people read a table of what was expected against what was given, and the failures under their scenario', () => {
  expect(inWords(pooled([aScore()])).split('\n')).toEqual([
    '1 scenarios',
    'accuracy 50.0 %, decisions: recall 50.0 %, precision 100.0 %',
    '0 acts without support, evidence valid 100.0 %, 0.0100 USD',
    '',
    'expected       as critical      as high    as medium       as low     as noise     not seen',
    'high                                  1                         1',
    '',
    'clinic',
    '  no decision concerns WTL-4',
    '',
  ])
})

test('where nothing was to be sorted there is no table', () => {
  expect(inWords(pooled([aScore({ confusion: {} })]))).not.toContain('expected')
})
