import { expect, test } from 'vitest'
import { isHeavy, shareChanged } from './act-edit.ts'

const ten = 'one two three four five six seven eight nine ten'

test.each([
  ['nothing', ten, 0],
  ['one word of ten', ten.replace('two', 'TWO'), 0.1],
  ['more than it had, for one word', ten.replace('two', 'a b c'), 3 / 12],
  ['one word fewer', ten.replace('two ', ''), 0.1],
  ['nothing but its spaces', ten.replaceAll(' ', '  '), 0],
  ['a word more', `${ten} eleven`, 1 / 11],
  ['everything', 'quite another thing', 1],
])('%s changed', (_, after, share) => {
  expect(shareChanged(ten, after)).toBeCloseTo(share)
})

test('a text that is empty and stays so was not changed', () => {
  expect(shareChanged('', '')).toBe(0)
})

test('three words of ten are a correction, four are another text', () => {
  const three = ten.replace('one two three', 'a b c')
  expect(isHeavy({ share: shareChanged(ten, three) })).toBe(false)
  expect(isHeavy({ share: shareChanged(ten, three.replace('four', 'd')) })).toBe(true)
})
