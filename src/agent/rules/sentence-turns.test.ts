import { describe, expect, test } from 'vitest'
import { changesNothing } from './mail-moods.ts'
import { lastClauseOf, saidIn } from './sentence-turns.ts'
import { troubleOf, troubleOnTicket } from './trouble.ts'

test.each([
  ['There was not a single crack in it.', false],
  ['I am not really worried.', false],
  ['Es gab keine Risse.', false],
  ['The glaze has a crack.', true],
])('what is denied is not said: "%s"', (sentence, is) => {
  expect(saidIn(sentence, /crack|worried|Risse/u) !== undefined).toBe(is)
})

test('a sentence comes to what stands after its last "but"', () => {
  expect(lastClauseOf('It is mended, but the potters are angry.')).toBe(' the potters are angry.')
  expect(lastClauseOf('It is mended.')).toBe('It is mended.')
})

describe('calm is what a sentence comes to', () => {
  test.each([
    'The kiln is mended, but the customers got the wrong vases.',
    'Nobody can fire anything until the kiln is mended.',
    'We cannot deliver the vases as promised.',
  ])('not here: "%s"', (text) => {
    expect(troubleOf(text, { class: 'stakeholder' })).toBeDefined()
  })

  test.each([
    'The kiln cracked in May, but it has been mended.',
    'The complaints about the glaze have dried up.',
    'Nobody complained about the glaze.',
    'The gallery has changed its hours, which does not affect our opening.',
  ])('but here: "%s"', (text) => {
    expect(troubleOf(text, { class: 'stakeholder' })).toBeUndefined()
  })
})

test.each([
  'For our opening nothing changes.',
  'Für uns ändert sich nichts.',
  'Cela ne change rien.',
  'Para nosotros no cambia nada.',
])('of no effect on the work: "%s"', (text) => {
  expect(changesNothing(text)).toBe(true)
})

describe('who asks, and under which subject', () => {
  test('the team says more by asking the PM', () => {
    expect(troubleOf('The potters are swamped.', { class: 'team' })).toBeUndefined()
    expect(
      troubleOf('The potters are swamped. Could you lend us two people?', { class: 'team' }),
    ).toBeDefined()
  })

  test('under a subject about life one angry word is life too, two or a question are not', () => {
    const angry = 'The oven is broken.'
    expect(troubleOf(angry, { class: 'stakeholder' }, 'Kiln')).toBeDefined()
    expect(troubleOf(angry, { class: 'stakeholder' }, 'Barbecue')).toBeUndefined()
    expect(
      troubleOf(`${angry} Guests got the wrong plates.`, { class: 'stakeholder' }, 'Barbecue'),
    ).toBeDefined()
    expect(troubleOf(`${angry} Who mends it?`, { class: 'stakeholder' }, 'Barbecue')).toBeDefined()
  })

  test('on a ticket what is told counts, though a question stands beside it', () => {
    expect(
      troubleOnTicket('The sketch says oval, the order says round. Which one should I throw?'),
    ).toBeDefined()
  })
})
