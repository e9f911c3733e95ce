import { expect, test } from 'vitest'
import { dollars } from './cost-words.ts'

test.each([
  [0, '0.00 USD'],
  [1_234, '0.0012 USD'],
  [230_000, '0.23 USD'],
  [8_000_000, '8.00 USD'],
])('%d micro-dollars are %s', (micro, words) => {
  expect(dollars(micro)).toBe(words)
})
