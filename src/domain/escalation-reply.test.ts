import { describe, expect, test } from 'vitest'
import { anAct, anEscalation } from '../../tests/fixtures/builders.ts'
import { minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import { replyTo, reworked, rework, waitingReply, type Rework, type Words } from './escalation-reply.ts'
import { AlreadyDecided, supersede, type Escalation, type OpenEscalation } from './escalation.ts'

const pending = anEscalation({ version: 3, grewIn: 2 })
if (pending.status !== 'pending') throw new Error('The builder gives a pending one.')
const said = { text: 'Shorter, and not on a Monday.', by: 'Morgan' }
const asked: OpenEscalation = replyTo(pending, said, NINE)
const later = minutesAfter(5)

/** What a model made of the reply: another title, and the words given. */
function made(over: Partial<Words> = {}, about: Partial<Rework> = {}): Rework {
  const { whyNow, wouldChange, recommendation, options, wordedBy } = asked
  const words = { title: 'The crane waits', whyNow, wouldChange, recommendation, options, wordedBy, ...over }
  return { projectId: 'SP', escalationId: 'E1', version: asked.version, repliedAt: nine, words, ...about }
}

describe('what the PM says of a decision that waits', () => {
  test('stands with it, is being worked in, and has changed nothing yet', () => {
    expect(asked).toEqual({
      ...pending,
      ...{ version: 4, updatedAt: nine },
      reply: { ...said, at: nine, state: 'reworking', changed: [] },
    })
    expect(waitingReply(asked)).toEqual(asked.reply)
  })

  test('is too late for one that is answered', () => {
    const closed = supersede(pending, 'SP-1 is Done.', NINE)
    expect(() => replyTo(closed, said, NINE)).toThrow(AlreadyDecided)
  })
})

describe('a reply waits to be worked in', () => {
  const inState = (state: 'reworking' | 'kept' | 'reworked'): Escalation => ({
    ...asked,
    reply: { ...said, at: nine, state, changed: [] },
  })

  test.each(['reworking', 'kept'] as const)('while it is %s', (state) => {
    expect(waitingReply(inState(state))).toMatchObject({ state })
  })

  test.each([
    ['once it was worked in', inState('reworked')],
    ['of a decision that nobody replied to', pending],
    ['of one that was overtaken meanwhile', supersede(asked, 'SP-1 is Done.', NINE)],
  ])('not %s', (_, each) => {
    expect(waitingReply(each)).toBeNull()
  })
})

describe('a reply that was worked in', () => {
  test('has its words in the decision, and the reply says that it was', () => {
    expect(reworked(asked, made(), later)).toEqual({
      ...asked,
      ...{ title: 'The crane waits', version: 5, updatedAt: later.toISOString() },
      reply: { ...said, at: nine, state: 'reworked', changed: [] },
    })
  })

  test('only in other words: a choice made on the ones of before is one on the same thing', () => {
    expect(reworked(asked, made(), later)?.grewIn).toBe(2)
  })

  test('with another draft names its option, and who chose before chose on something else', () => {
    const [first, ...others] = asked.options
    const [act] = first?.acts ?? []
    if (!first || !act) throw new Error('The builder gives an option that comments.')
    const acts = [{ ...act, payload: { kind: 'jira_comment' as const, key: 'SP-1', text: 'Short?' } }]
    expect(reworked(asked, made({ options: [{ ...first, acts }, ...others] }), later)).toMatchObject({
      ...{ grewIn: 5, reply: { changed: ['A'] } },
    })
  })

  test('with an option of another id names that', () => {
    const more = [
      ...asked.options,
      ...asked.options.slice(0, 1).map((each) => ({ ...each, id: 'C' as const })),
    ]
    expect(reworked(asked, made({ options: more }), later)?.reply?.changed).toEqual(['C'])
  })

  test('with another recommendation names the one it recommends now', () => {
    const recommendation = { optionId: 'B' as const, reason: 'It can wait.' }
    expect(reworked(asked, made({ recommendation }), later)).toMatchObject({
      ...{ recommendation, grewIn: 5, reply: { changed: ['B'] } },
    })
  })
})

describe('no model may be asked for now', () => {
  test('the reply is kept, and the decision stays as it is', () => {
    expect(reworked(asked, made({}, { words: null }), later)).toEqual({
      ...asked,
      ...{ version: 5, updatedAt: later.toISOString() },
      reply: { ...said, at: nine, state: 'kept', changed: [] },
    })
  })

  test('once it is kept there is nothing more to write, until words come', () => {
    const kept = reworked(asked, made({}, { words: null }), later)
    if (!kept) throw new Error('It is kept.')
    expect(reworked(kept, made({}, { words: null }), later)).toBeNull()
    expect(reworked(kept, made(), later)).toMatchObject({ reply: { state: 'reworked' } })
  })
})

describe('what came of a reply comes to nothing', () => {
  test.each([
    ['when the decision was answered meanwhile', supersede(asked, 'SP-1 is Done.', NINE), made()],
    ['when it grew meanwhile', { ...asked, grewIn: 5 }, made()],
    ['when there is no reply', pending, made()],
    ['when the PM has said something else since', replyTo(asked, said, later), made()],
    ['when it is in already', reworked(asked, made(), later) ?? pending, made()],
  ])('%s', (_, now, what) => {
    expect(reworked(now, what, later)).toBeNull()
  })

  test('but not when it grew in the very version that was replied to', () => {
    expect(reworked({ ...asked, grewIn: asked.version }, made(), later)).not.toBeNull()
  })
})

test.each([
  ['with words', made()],
  ['without', made({}, { words: null })],
])('what is handed on to be written, %s, carries words and nothing that acts by itself', (_, handed) => {
  const more = handed.words && { ...handed.words, noAnswer: 'Everything is sent.', facts: [], related: ['X'] }
  expect(rework.parse({ ...handed, words: more })).toEqual(handed)
})

test('an act is not touched by what is said of its decision', () => {
  expect(reworked(asked, made(), later)?.options[0]?.acts[0]?.payload).toEqual(anAct().payload)
})
