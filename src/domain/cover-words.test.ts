import { expect, test } from 'vitest'
import { aPerson } from '../../tests/fixtures/people.ts'
import { coverWords } from './cover-words.ts'

test('spaces and a title make no other name, and a part of three letters is one', () => {
  const words = coverWords([
    aPerson('X', { name: ' Dr.  Ana  Li Roe ', id: 'a@b.c', role: ' Nurse , ward 4' }),
  ])
  expect(words.map(({ name, role }) => `${name}: ${role}`)).toEqual([
    ...[' Dr.  Ana  Li Roe : Nurse', 'a@b.c: Nurse', 'Ana: Nurse', 'Roe: Nurse'],
  ])
})

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
