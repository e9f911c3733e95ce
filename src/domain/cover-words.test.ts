import { expect, test } from 'vitest'
import { aPerson } from '../../tests/fixtures/people.ts'
import { coverWords } from './cover-words.ts'

test('an address, a whole name and its parts stand for the first words of a role, the longest first', () => {
  const words = coverWords([
    aPerson('Li Ngata', { id: 'li.ng@example.com', role: 'Operations Director, sponsor' }),
    aPerson('Ana', { id: 'ana@example.com', role: '' }),
  ])
  expect(words.map(({ name, role }) => `${name}: ${role}`)).toEqual([
    'li.ng@example.com: Operations Director',
    'ana@example.com: somebody',
    'Li Ngata: Operations Director',
    'Ngata: Operations Director',
    'Ana: somebody',
  ])
})
