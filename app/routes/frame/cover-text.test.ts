import { expect, test } from 'vitest'
import { coverer } from './cover-text.ts'

const cover = coverer([
  { name: 'ana.lim@example.com', role: 'Buyer' },
  { name: 'Ana Lim', role: 'Buyer' },
  { name: 'Ana', role: 'Buyer' },
])

test('names become roles, however they are written, and only where they are whole words', () => {
  expect(cover('Ask Ana Lim (ana.lim@example.com) for Ana’s list; Anatomy stays', false)).toBe(
    'Ask Buyer (Buyer) for Buyer’s list; Anatomy stays',
  )
})

test('of what is private as a whole only the shape is left', () => {
  expect(cover('Dear all, no.', true)).toBe('▒▒▒▒ ▒▒▒▒ ▒▒▒')
})

test('where nobody is known nothing is hidden', () => {
  expect(coverer([])('Ask Ana', false)).toBe('Ask Ana')
})
