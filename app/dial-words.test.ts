import { expect, test } from 'vitest'
import { dialWords } from './dial-words.ts'

const act = { dial: 'Act', isObserve: false, by: 'setup' as const, because: null, cleanDays: 0, missing: 'x' }

test.each([
  [act, 'Act, set by the scenario: no clean days stand behind it.'],
  [
    { ...act, cleanDays: 9, missing: '9 of 14 clean days; 5 more.' },
    'Act, set by the scenario: 9 of 14 clean days; 5 more.',
  ],
  [
    { ...act, cleanDays: 15, missing: null },
    'Act, set by the scenario: 15 clean days stand behind it by now.',
  ],
  [{ ...act, by: 'pm' as const }, 'Act, set by you.'],
  [
    { ...act, dial: 'Maintain', by: 'rule' as const, because: '2 marked wrong.' },
    'Maintain, lowered by rule: 2 marked wrong.',
  ],
  [{ ...act, dial: 'Observe', isObserve: true }, 'Observe, as it was set up.'],
])('case %#', (shown, words) => {
  expect(dialWords(shown)).toBe(words)
})
