import { expect, test } from 'vitest'
import { hasAllWords } from './palette-words.ts'

test.each([
  ['uat ent', true],
  ['entry uat', true],
  ['HRB-12', true],
  ['hrb 124', true],
  ['', true],
  ['try', false],
  ['uat scope', false],
])('typed: %s', (typed, found) => {
  expect(hasAllWords('UAT entry does not hold HRB-124', typed)).toBe(found)
})
