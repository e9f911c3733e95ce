import { describe, expect, test } from 'vitest'
import { aPerson } from '../../tests/fixtures/people.ts'
import { asRead, asSaid, firstName, mayStandIn, person, stranger } from './person.ts'

const known = aPerson('Ana Roe', { version: 3, confirmed: false, class: 'external' })

describe('what the PM says of somebody', () => {
  const said = asSaid(known, { ...known, class: 'sponsor', neverContact: true })

  test('stands, and is named as theirs; what they left alone is not', () => {
    expect(said).toMatchObject({ class: 'sponsor', neverContact: true, version: 4 })
    expect(said.said).toEqual(['class', 'neverContact'])
    expect(asSaid(said, { ...said, role: 'Owner' }).said).toEqual(['role', 'class', 'neverContact'])
  })

  test('wins over what is read later, and the rest is taken from that', () => {
    const read = asRead(said, { class: 'team', confirmed: true, neverContact: false, accountId: 'a1' })
    expect(read).toMatchObject({ class: 'sponsor', neverContact: true, confirmed: true, accountId: 'a1' })
    expect([read.version, read.said]).toEqual([5, said.said])
  })
})

test('of a stranger nothing is taken for granted', () => {
  expect(stranger('SP', 'x@y.example', ' ')).toMatchObject({
    ...{ name: 'x@y.example', class: 'external', confirmed: false, tone: 'plain', leave: null, said: [] },
  })
})

test.each([
  ['known and free to write to', { confirmed: true }, true],
  ['not confirmed', { confirmed: false }, false],
  ['never to be contacted', { confirmed: true, neverContact: true }, false],
  ['neither', { confirmed: false, neverContact: true }, false],
])('who is %s may stand in for somebody: %s', (_, over, may) => {
  expect(mayStandIn(aPerson('Ana Roe', over))).toBe(may)
})

test('what a register has is read back, and nobody is asked whether they may be contacted by leaving it out', () => {
  expect(person.parse(known)).toEqual(known)
  expect(stranger('SP', 'x@y.example', 'X Y').neverContact).toBe(false)
})

test.each([
  ['Sofia Marques', 'Sofia'],
  ['  Sofia  Marques', 'Sofia'],
  ['Dr. Sofia Marques', 'Sofia'],
  ['prof dr sofia marques', 'sofia'],
  ['Dipl.-Ing. Jonas Weiss', 'Jonas'],
  ['Dipl-Ing Jonas Weiss', 'Jonas'],
  ['Mrs Marques', 'Marques'],
  ['Drew Marques', 'Drew'],
  ['Ming Tan', 'Ming'],
  ['Keane, Niall (Quaypay)', 'Keane,'],
  ['Dr.', 'Dr.'],
])('the first name of "%s" is %s', (name, first) => {
  expect(firstName(name)).toBe(first)
})
