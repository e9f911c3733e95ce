import { describe, expect, test } from 'vitest'
import { aFrame } from '../../../tests/fixtures/frame.ts'
import type { ReasonAnswer } from './reason-prompt.ts'
import { sharpen } from './sharpen.ts'

const frame = aFrame()

/** An answer that keeps every rule. */
function anAnswer(over: Partial<ReasonAnswer> = {}): ReasonAnswer {
  return {
    title: 'Crane booking waits: blocked since 15 October',
    whyNow: 'The crane comes on 5 November and nobody is on SP-1.',
    recommendation: { optionId: 'A', reason: 'The crane is booked for 5 November.', factIds: ['f1'] },
    wouldChange: 'An owner for SP-1 before the crane comes.',
    drafts: [{ optionId: 'A', act: 0, text: 'The crane comes on 5 November. Who takes SP-1 by 26 October?' }],
    ...over,
  }
}

test('better words are taken, and everything else stays', () => {
  const { draft, refused } = sharpen(frame, anAnswer())
  expect(refused).toEqual([])
  expect(draft.title).toBe('Crane booking waits: blocked since 15 October')
  expect(draft.options[0]?.acts[0]?.payload).toEqual({
    kind: 'jira_comment',
    text: 'The crane comes on 5 November. Who takes SP-1 by 26 October?',
  })
  expect(draft.facts).toBe(frame.facts)
})

describe('a field that breaks a rule falls, and the others stand', () => {
  test.each([
    ['too long', { title: 'Crane '.repeat(20) }],
    ['empty', { title: '  ' }],
    ['an exclamation mark', { title: 'Crane booking waits!' }],
    ['a banned word', { title: 'Oops, the crane waits' }],
    ['I', { title: 'I think the crane waits' }],
    ['somebody’s character', { title: 'Tom is unresponsive about SP-1' }],
    ['a link', { title: 'See https://evil.test/x' }],
    ['a bare domain', { title: 'See evil.example.test now' }],
    ['another ticket', { title: 'SP-99 stands still' }],
    ['a number of its own', { title: 'Crane booking waits 37 days' }],
    ['a claim of approval', { title: 'Crane booking is approved' }],
    ['an emoji', { title: 'Crane booking waits 🚧' }],
  ])('%s', (_, over) => {
    const { draft, refused } = sharpen(frame, anAnswer(over))
    expect(draft.title).toBe(frame.title)
    expect(draft.whyNow).not.toBe(frame.whyNow)
    expect(refused).toHaveLength(1)
  })
})

test.each([
  ['an option that is not there', { optionId: 'D', reason: 'It is so.', factIds: ['f1'] }],
  ['a fact that is not there', { optionId: 'B', reason: 'It is so.', factIds: ['f7'] }],
  ['no fact', { optionId: 'B', reason: 'It is so.', factIds: [] }],
])('a recommendation with %s is the playbook’s again', (_, recommendation) => {
  expect(sharpen(frame, anAnswer({ recommendation })).draft.recommendation).toEqual(frame.recommendation)
})

test.each([
  ['longer than 120 words', 'word '.repeat(121)],
  ['with an address', 'Write to tom@evil.test about SP-1.'],
  ['with a phone number', 'Call 020 7946 0958 about SP-1.'],
  ['with an account', 'Use GB29 NWBK 6016 1331 9268 19 for SP-1.'],
  ['that mentions somebody', 'SP-1 is for [~accountid:x].'],
])('a draft %s stays as it was', (_, text) => {
  const { draft } = sharpen(frame, anAnswer({ drafts: [{ optionId: 'A', act: 0, text }] }))
  expect(draft.options).toEqual(frame.options)
})

test('a draft for an act that has none, or is not there, changes nothing', () => {
  const drafts = [
    { optionId: 'B', act: 0, text: 'Nothing' },
    { optionId: 'A', act: 4, text: 'Nothing' },
  ]
  expect(sharpen(frame, anAnswer({ drafts })).draft.options).toEqual(frame.options)
})
