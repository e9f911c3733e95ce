import { describe, expect, test } from 'vitest'
import { isRemedy } from './remedies.ts'
import { troubleOf } from './trouble.ts'

test.each([
  'One was cracked, so I swapped it.',
  'The kiln is running again.',
  'Nothing to do from you.',
  'Added, now under a second.',
  'One part was missing and is in it now.',
  'Fine since noon.',
  'We closed WTL-4.',
  'Der Brenner ist ausgetauscht.',
  'Sonst alles grün.',
  'Le four est remplacé.',
  'La bomba está reparada.',
])('somebody has seen to it: "%s"', (sentence) => {
  expect(isRemedy(sentence)).toBe(true)
})

test.each([
  'It has to be replaced.',
  'Until it is repaired nobody fires.',
  'Can it be replaced?',
  'It was replaced, but it cracked as well.',
  'Der Brenner muss ausgetauscht werden.',
])('nobody has yet: "%s"', (sentence) => {
  expect(isRemedy(sentence)).toBe(false)
})

describe('what was put right is no trouble', () => {
  const team = { class: 'team' } as const
  const broken = 'The burner was rejected at the gate.'
  test('when it is said after it', () => {
    expect(troubleOf(broken, team)).toBeDefined()
    expect(troubleOf(`${broken} Got a new one the same day, the kiln is running.`, team)).toBeUndefined()
  })

  test('not when something else is wrong after it', () => {
    expect(
      troubleOf(`We swapped the old burner. ${broken} We cannot fire before Monday.`, team),
    ).toBeDefined()
  })

  test('not when the PM is asked how it goes on', () => {
    expect(troubleOf(`${broken} Got a new one. Who pays for it?`, team)).toBeDefined()
  })

  test('not when somebody leaves', () => {
    expect(troubleOf('My last day is 9 July. I replaced all the labels before.', team)).toBeDefined()
  })
})
