import { describe, expect, test } from 'vitest'
import { aPerson } from '../../tests/fixtures/people.ts'
import { asRead, asSaid, stranger } from './person.ts'

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
