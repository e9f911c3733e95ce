import { describe, expect, test } from 'vitest'
import { aRaw, context } from '../../tests/fixtures/builders.ts'
import { nine } from '../../tests/fixtures/desk.ts'
import { attachmentWords } from './attachment-words.ts'
import { goneRaw, isGone } from './gone.ts'
import { threadId } from './mail-thread.ts'
import { rawSignal } from './raw-signal.ts'

const sprint = { id: '7', name: 'Round 7', goal: null, startAt: null, endAt: null, joinedAt: nine }
const ticket = aRaw({ context: { ...context, flagged: true, sprints: [sprint] } })

describe('a ticket that went', () => {
  test.each([
    [null, 'no longer there', 'SP-1 is no longer there: it was deleted, or may no longer be seen.'],
    ['HRB-4', 'now HRB-4', 'SP-1 is now HRB-4.'],
  ])('to %s ends as a signal, off every list of what is open', (movedTo, after, text) => {
    const gone = goneRaw(ticket, movedTo, nine)
    expect(rawSignal.parse(gone)).toEqual(gone)
    expect(gone).toMatchObject({
      ...{
        externalId: 'gone-SP-1',
        kind: 'resolution',
        actor: null,
        occurredAt: nine,
        before: null,
        after,
        text,
      },
      ...{ ours: false, ref: 'SP-1', title: 'Crane booking' },
      context: {
        statusCategory: 'done',
        flagged: false,
        sprints: [],
        resolution: after,
        status: 'In Progress',
      },
    })
  })

  test('is known by its signal’s id', () => {
    expect(isGone(goneRaw(ticket, null, nine))).toBe(true)
    expect(isGone(ticket)).toBe(false)
    expect(isGone({ externalId: '10001#gone-1' })).toBe(false)
  })
})

test.each([
  [null, 'plan.pdf'],
  [0, 'plan.pdf, 1 KB'],
  [1_499, 'plan.pdf, 1 KB'],
  [240_000, 'plan.pdf, 240 KB'],
  [999_999, 'plan.pdf, 1000 KB'],
  [1_000_000, 'plan.pdf, 1.0 MB'],
  [2_450_000, 'plan.pdf, 2.5 MB'],
])('an attachment of %s bytes is listed as "%s"', (bytes, words) => {
  expect(attachmentWords({ name: 'plan.pdf', bytes })).toBe(words)
})

test('a thread’s matter has an id of letters and figures, the same length for every provider', () => {
  expect(threadId('AAQk-1=')).toBe('thread-AAQk1')
  expect(threadId(`AAQk${'0'.repeat(60)}Z+/=`)).toBe(`thread-${'0'.repeat(39)}Z`)
})
