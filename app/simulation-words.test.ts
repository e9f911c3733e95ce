import { expect, test } from 'vitest'
import { totalsWords } from './simulation-words.ts'

test('the sums are said, and nothing of what there was none of', () => {
  const alone = { all: 12, against: 3, approved: 4, unsaid: 5 }
  expect(totalsWords({ dial: 'tactical', alone, asked: { all: 2, wentAlone: 1 } })).toEqual([
    '12 would have gone by themselves; you stopped or took back 3, approved 4, said nothing of 5.',
    '2 would have waited for your word; 1 of them went without it.',
  ])
  const one = { all: 1, against: 0, approved: 0, unsaid: 1 }
  expect(totalsWords({ dial: 'artefact', alone: one, asked: { all: 0, wentAlone: 0 } })).toEqual([
    '1 would have gone by itself; you said nothing of 1.',
    '0 would have waited for your word.',
  ])
})
