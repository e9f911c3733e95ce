import { describe, expect, test } from 'vitest'
import { hours } from '../../tests/fixtures/desk.ts'
import { aPerson } from '../../tests/fixtures/people.ts'
import type { Person } from './person.ts'
import { awayOn, countryName, whyNotThen } from './reader-days.ts'

const ana = (over: Partial<Person>) => aPerson('Ana Roe', { country: 'AT', ...over })
const why = (over: Partial<Person>, at: string) => whyNotThen(ana(over), new Date(at), hours)

describe('somebody is not written to', () => {
  test.each<[string, Partial<Person>, string, string | null]>([
    [
      'on a public holiday of their country',
      {},
      '2026-10-26T09:00:00Z',
      'Ana Roe is off on Mon 26 Oct, a public holiday in Austria',
    ],
    ['where it is none', { country: 'GB' }, '2026-10-26T09:00:00Z', null],
    ['where nothing is known of the country', { country: 'ZZ' }, '2026-12-25T09:00:00Z', null],
    [
      'on leave, its last day included',
      { leave: { from: '2026-10-20', to: '2026-10-22' } },
      '2026-10-22T09:00:00Z',
      'Ana Roe is on leave to Thu 22 Oct',
    ],
    ['the day after', { leave: { from: '2026-10-20', to: '2026-10-21' } }, '2026-10-22T09:00:00Z', null],
    [
      'on leave, from its first day',
      { leave: { from: '2026-10-22', to: '2026-10-23' } },
      '2026-10-22T09:00:00Z',
      'Ana Roe is on leave to Fri 23 Oct',
    ],
    ['late on any other day', {}, '2026-10-22T15:30:00Z', null],
    ['the day before', { leave: { from: '2026-10-23', to: '2026-10-24' } }, '2026-10-22T09:00:00Z', null],
    [
      'on a day off',
      { workingDays: ['mon', 'tue'] },
      '2026-10-22T09:00:00Z',
      'Ana Roe does not work on Thursdays',
    ],
    [
      'on a Friday afternoon where they are, an hour before it is one in London',
      {},
      '2026-10-23T14:30:00Z',
      'it is after 16:00 on a Friday where Ana Roe is',
    ],
    ['not yet late on their Friday', {}, '2026-10-23T13:59:00Z', null],
  ])('%s', (_, over, at, says) => {
    expect(why(over, at)).toBe(says)
  })
})

describe('somebody is away', () => {
  const absence = { from: '2026-10-15', until: '2026-11-02', deputy: 'bo@x.example', signalId: 's' }

  test('by the leave that the PM entered, with the deputy that they named', () => {
    const person = ana({ leave: { from: '2026-10-20', to: '2026-10-22' }, deputy: 'cy@x.example', absence })
    expect(awayOn(person, '2026-10-21')).toEqual({ until: '2026-10-22', deputy: 'cy@x.example', by: 'you' })
    expect(awayOn(person, '2026-10-23')).toMatchObject({ by: 'automatic reply', deputy: 'cy@x.example' })
    const by = (day: string) => awayOn(person, day)?.by
    expect(['2026-10-19', '2026-10-20', '2026-10-22'].map(by)).toEqual(['automatic reply', 'you', 'you'])
  })

  test('by an automatic reply, until the day that it names', () => {
    expect(awayOn(ana({ absence }), '2026-11-02')).toEqual({
      ...{ until: '2026-11-02', deputy: 'bo@x.example', by: 'automatic reply' },
    })
    expect(awayOn(ana({ absence }), '2026-11-03')).toBeNull()
    expect(awayOn(ana({ absence }), '2026-10-14')).toBeNull()
    expect(awayOn(ana({ absence }), '2026-10-15')).toMatchObject({ by: 'automatic reply' })
  })

  test('for a fortnight where it names none', () => {
    const open = { ...absence, until: null }
    expect(awayOn(ana({ absence: open }), '2026-10-29')).toMatchObject({ until: null })
    expect(awayOn(ana({ absence: open }), '2026-10-30')).toBeNull()
    expect(awayOn(ana({}), '2026-10-29')).toBeNull()
  })
})

test.each([
  ['AT', 'Austria'],
  ['AUT', 'AUT'],
  ['', ''],
])('the country of %s is called %s', (code, name) => {
  expect(countryName(code)).toBe(name)
})
