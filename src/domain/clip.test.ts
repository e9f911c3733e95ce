import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clip } from './clip.ts'

test('what is clipped is a beginning, as long as asked or one less, and can be stored', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, length) => {
      const clipped = clip(text, length)
      expect(text.startsWith(clipped)).toBe(true)
      expect(clipped.isWellFormed()).toBe(true)
      expect(clipped.length).toBeGreaterThanOrEqual(Math.min(text.length, length) - 1)
      expect(clipped.length).toBeLessThanOrEqual(length)
    }),
  )
})

test.each([
  ['abcdef', 3, 'abc'],
  ['abc', 3, 'abc'],
  ['a\u{10000}b', 2, 'a'],
  ['a\u{10FFFF}b', 2, 'a'],
  ['a\u{10FFFF}b', 3, 'a\u{10FFFF}'],
  ['a\uE000b', 2, 'a\uE000'],
])('of "%s" the first %i are "%s"', (text, length, clipped) => {
  expect(clip(text, length)).toBe(clipped)
})
