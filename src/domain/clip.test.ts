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
