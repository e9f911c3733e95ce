import { describe, expect, test } from 'vitest'
import { aSignal, context } from '../../tests/fixtures/builders.ts'
import { aPerson } from '../../tests/fixtures/people.ts'
import { aComment, aMail } from '../../tests/fixtures/talk.ts'
import { features, featuresOf, likeness, likenessOf, nearness, type Likeness } from './likeness.ts'
import type { JiraSignal } from './signal.ts'

const niall = aPerson('Niall Keane', { id: 'niall@quaypay.com', class: 'external' })
const ana = aPerson('Ana Roth', { class: 'sponsor' })
const register = [ana, niall]
const many =
  'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa'

describe('what a signal is judged by', () => {
  test('of a mail: who says what, and how they stand to the project', () => {
    expect(featuresOf(aMail(), register)).toEqual({
      ...{ kind: 'mail_received', person: { id: 'niall@quaypay.com', name: 'Niall Keane' } },
      ...{ class: 'external', issueType: null, move: null },
      words: ['test', 'slot', 'moves', 'thursday'],
    })
  })

  test.each(['comment', 'mention'] as const)('of a %s: who says what on which type of ticket', (kind) => {
    expect(featuresOf(aComment({ kind, context: { ...context, issueType: 'Bug' } }), register)).toEqual({
      ...{ kind, person: { id: 'tom', name: 'Tom' }, class: 'stranger', issueType: 'Bug', move: null },
      words: ['crane', 'comes', 'monday'],
    })
  })

  test('of a change: what it did to which type of ticket, and no words', () => {
    expect(featuresOf(aSignal(), register)).toMatchObject({
      ...{ kind: 'status', issueType: 'Story', move: 'selected for development → in progress', words: [] },
    })
  })

  test('of a new ticket: the words of its title', () => {
    expect(featuresOf(aSignal({ kind: 'created', title: 'Crane booking fails' }), register).words).toEqual([
      ...['crane', 'booking', 'fails'],
    ])
  })

  test('whom nobody named is nobody, and a stranger', () => {
    for (const actor of [null, { accountId: 'a', name: '  ', email: null }])
      expect(featuresOf(aComment({ actor }), register)).toMatchObject({ person: null, class: 'stranger' })
  })

  test('whom a tracker shows without an address is known by the name', () => {
    const actor = { accountId: 'a', name: 'Ana Roth', email: null }
    expect(featuresOf(aComment({ actor }), register).person).toEqual({ id: 'ana roth', name: 'Ana Roth' })
    expect(featuresOf(aComment({ actor: { ...actor, email: ana.id } }), register).class).toBe('sponsor')
  })

  test('no more than twelve words, of whichever text they are', () => {
    const twelve = 'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima'.split(' ')
    const texts = [
      aMail({ title: many, text: '' }),
      aComment({ text: many }),
      aSignal({ kind: 'created', title: many }),
    ]
    for (const each of texts) expect(featuresOf(each, []).words).toEqual(twelve)
  })

  test('only by the head of what is said: signatures and histories stand further down', () => {
    const text = `Crane ${'on it '.repeat(40)} disclaimer`
    expect(featuresOf(aComment({ text }), []).words).toEqual(['crane'])
    expect(featuresOf(aMail({ title: 'Slot', text }), []).words).toEqual(['slot', 'crane'])
  })
})

describe('what a change did, whatever day, sprint or name it was this time', () => {
  const move = (over: Partial<JiraSignal>) => featuresOf(aSignal(over), []).move

  test.each<[string, Partial<JiraSignal>, string]>([
    ['a status', { kind: 'status', before: 'To Do', after: 'Done' }, 'to do → done'],
    ['a priority that was none', { kind: 'priority', before: null, after: 'High' }, 'none → high'],
    ['a resolution taken back', { kind: 'resolution', before: 'Fixed', after: null }, 'fixed → none'],
    ['a day put off', { kind: 'due_date', before: '2026-11-01', after: '2026-12-01' }, 'later'],
    ['a day brought forward', { kind: 'due_date', before: '2026-12-01', after: '2026-11-01' }, 'earlier'],
    ['a first day', { kind: 'due_date', before: null, after: '2026-11-01' }, 'set'],
    ['a day taken off', { kind: 'due_date', before: '2026-11-01', after: null }, 'taken away'],
    ['a flag', { kind: 'flag', before: null, after: 'Impediment' }, 'set'],
    ['a flag taken off', { kind: 'flag', before: 'Impediment', after: null }, 'taken away'],
    ['another assignee', { kind: 'assignee', before: 'Ana', after: 'Tom' }, 'changed'],
    ['the next sprint', { kind: 'sprint', before: 'Round 6', after: 'Round 7' }, 'changed'],
    ['a field of the site’s own', { kind: 'other', text: 'Risk Level: low → high' }, 'risk level'],
  ])('%s', (_, over, did) => {
    expect(move(over)).toBe(did)
  })
})

describe('what is asked of others to be like one', () => {
  test('of a mail: the same person, and words in common', () => {
    expect(likenessOf(featuresOf(aMail(), register))).toEqual({
      ...{ kind: 'mail_received', issueType: null, move: null, words: ['test', 'slot', 'moves', 'thursday'] },
      who: { of: 'person', id: 'niall@quaypay.com', name: 'Niall Keane' },
    })
  })

  test('of a comment: the same person and words, on whatever type of ticket', () => {
    expect(likenessOf(featuresOf(aComment(), register))).toMatchObject({
      ...{ who: { of: 'person', id: 'tom' }, issueType: null, words: ['crane', 'comes', 'monday'] },
    })
    expect(likenessOf(featuresOf(aComment({ actor: null }), register)).who).toBeNull()
  })

  test('of a change: the same to the same type of ticket, whoever did it', () => {
    expect(likenessOf({ ...featuresOf(aSignal(), register), words: ['crane'] })).toEqual({
      ...{ kind: 'status', who: null, issueType: 'Story', words: [] },
      move: 'selected for development → in progress',
    })
  })

  test('of a new ticket: its words as well', () => {
    const found = featuresOf(aSignal({ kind: 'created', title: 'Crane booking fails' }), register)
    expect(likenessOf(found)).toMatchObject({ issueType: 'Story', words: ['crane', 'booking', 'fails'] })
  })
})

describe('how near one comes', () => {
  const letter = featuresOf(aMail({ text: 'alpha bravo charlie', title: 'delta' }), register)
  const wanted: Likeness = { ...likenessOf(letter), words: ['alpha', 'bravo', 'charlie', 'delta'] }
  const anybody: Likeness = { kind: 'mail_received', who: null, issueType: null, move: null, words: [] }
  const moved = featuresOf(aSignal(), register)
  const asked = likenessOf(moved)

  test.each([
    ['another kind', { ...letter, kind: 'invitation' as const }],
    ['another person', { ...letter, person: { id: 'x', name: 'X' } }],
    ['nobody', { ...letter, person: null }],
    ['fewer than half of the words', { ...letter, words: ['alpha', 'yankee', 'zulu'] }],
  ])('not alike: %s', (_, found) => {
    expect(nearness(wanted, found)).toBeUndefined()
  })

  test.each([
    ['another type of ticket', { ...moved, issueType: 'Bug' }],
    ['another move', { ...moved, move: 'in progress → done' }],
  ])('not alike: %s', (_, found) => {
    expect(nearness(asked, found)).toBeUndefined()
    expect(nearness(asked, moved)).toBeDefined()
  })

  test('half of the words are enough, and each one more comes nearer', () => {
    const near = (words: string[]) => nearness(wanted, { ...letter, words }) ?? -1
    expect(near(['alpha', 'bravo'])).toBeGreaterThan(0)
    expect(near(['alpha', 'bravo', 'charlie'])).toBe(near(['alpha', 'bravo']) + 1)
  })

  test('a class of people is who stands so to the project', () => {
    const external: Likeness = { ...anybody, who: { of: 'class', class: 'external' } }
    expect(nearness(external, letter)).toBeDefined()
    expect(nearness(external, { ...letter, class: 'team' })).toBeUndefined()
  })

  test('one person tells more than their class, which tells more than nothing, and words least', () => {
    const words = [...Array(12).keys()].map((n) => `word-${n}`)
    const person: Likeness['who'] = { of: 'person', id: 'niall@quaypay.com', name: 'Niall Keane' }
    const order = [
      nearness(anybody, letter),
      nearness({ ...anybody, words: words.slice(1) }, { ...letter, words }),
      nearness({ ...anybody, who: { of: 'class', class: 'external' } }, letter),
      nearness({ ...anybody, who: person }, letter),
    ]
    expect(order).toEqual([0, 11, 12, 36])
  })

  test('the type of a ticket and what was done to it each count as much as a class', () => {
    const at = (over: Partial<Likeness>) =>
      nearness({ ...asked, issueType: null, move: null, ...over }, moved)
    expect([at({}), at({ issueType: 'Story' }), at({ move: moved.move })]).toEqual([0, 12, 12])
    expect(at({ issueType: 'Story', move: moved.move, who: { of: 'class', class: 'stranger' } })).toBe(36)
  })
})

test.each([
  ['of a person', likenessOf(featuresOf(aMail(), register))],
  ['of strangers', { ...likenessOf(featuresOf(aSignal(), [])), who: { of: 'class', class: 'stranger' } }],
  ['of sponsors', { ...likenessOf(featuresOf(aSignal(), [])), who: { of: 'class', class: 'sponsor' } }],
])('a likeness %s is read back as it was kept, with twelve words at most', (_, kept) => {
  expect(likeness.parse(kept)).toEqual(kept)
  expect(likeness.safeParse({ ...kept, words: many.split(' ') }).success).toBe(false)
})

test.each(['sponsor', 'stranger'] as const)('what a signal of a %s is judged by is read back', (standing) => {
  const found = { ...featuresOf(aMail(), register), class: standing }
  expect(features.parse(found)).toEqual(found)
  expect(found).not.toHaveProperty('who')
})
