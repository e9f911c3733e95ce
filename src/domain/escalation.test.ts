import { describe, expect, test } from 'vitest'
import { anEscalation, anEvidence } from '../../tests/fixtures/builders.ts'
import { minutesAfter, NINE, nine } from '../../tests/fixtures/desk.ts'
import {
  AlreadyDecided,
  decide,
  escalationDraft,
  expire,
  NoSuchChoice,
  optionOf,
  supersede,
  TooLateToUndo,
  type Decision,
  type Escalation,
  type EscalationDraft,
  attentionOf,
} from './escalation.ts'
import { grow } from './escalation-growth.ts'
import { bringBack, dismiss, snooze, undoDecision } from './put-aside.ts'

const answer: Decision = {
  ...{
    optionId: 'A',
    optionName: 'Ask who takes it',
    by: 'Morgan',
    device: 'Firefox',
    at: minutesAfter(5).toISOString(),
  },
  ...{
    undoUntil: minutesAfter(6).toISOString(),
    actIds: ['A1'],
    logActId: null,
    instead: null,
    recordedOnly: false,
  },
}
const pending = anEscalation()
if (pending.status !== 'pending') throw new Error('The builder gives a pending one.')
const decided = decide(pending, answer)
const expired = expire(pending, minutesAfter(90))
const dismissed = dismiss(pending, 'Morgan', 'not_mine', NINE)
const superseded = supersede(pending, 'SP-1 was finished.', NINE)
const snoozed = snooze(pending, NINE, NINE)

describe('a decision', () => {
  test.each([
    ['waiting', pending],
    ['expired', expired],
    ['put off', snoozed],
  ] as [string, Escalation][])('that is %s can be answered', (_, asked) => {
    expect(decide(asked, answer)).toMatchObject({
      ...{ status: 'decided', version: asked.version + 1, updatedAt: answer.at, decision: answer },
    })
  })

  test.each([
    ['decided', decided],
    ['dismissed', dismissed],
    ['superseded', superseded],
  ] as [string, Escalation][])('that is %s refuses politely, and says how it stands', (status, asked) => {
    for (const late of [() => decide(asked, answer), () => dismiss(asked, 'Ana', 'other', NINE)]) {
      expect(late).toThrow(new AlreadyDecided(asked))
      expect(late).toThrow(`already ${status}`)
    }
  })

  test('has the options it was raised with', () => {
    expect(optionOf(pending, 'B').name).toBe('Accept the delay')
    expect(() => optionOf(pending, 'C')).toThrow(NoSuchChoice)
  })

  test('can be taken back while its ten seconds run, and then no more', () => {
    const undone = undoDecision(decided, minutesAfter(5.9), minutesAfter(5.9))
    expect(undone).toMatchObject({ status: 'pending', version: decided.version + 1 })
    expect(undone).not.toHaveProperty('decision')
    expect(() => undoDecision(decided, minutesAfter(6), NINE)).toThrow(TooLateToUndo)
    expect(() => undoDecision(pending, NINE, NINE)).toThrow(TooLateToUndo)
  })

  test('past its time keeps its options; overtaken keeps why', () => {
    expect(expired).toMatchObject({
      status: 'expired',
      expiredAt: minutesAfter(90).toISOString(),
      options: pending.options,
    })
    expect(supersede(expired, 'The flag came off.', NINE)).toMatchObject({
      because: 'The flag came off.',
      version: 3,
    })
    expect(dismissed).toMatchObject({ dismissal: { by: 'Morgan', reason: 'not_mine', at: nine } })
  })
})

describe('a decision grows with the facts while nobody has answered', () => {
  const draftOf = (over: Partial<EscalationDraft> = {}) => escalationDraft.parse({ ...pending, ...over })
  const another = anEvidence({ signalId: 'outlook/m/2', ref: '<2@wattle.example>', text: 'Karim asks.' })
  const more = { facts: [...pending.facts, another] }

  test('given nothing but other words for the same facts, then nothing', () => {
    expect(grow(pending, draftOf({ title: 'Other words', whyNow: 'Said otherwise.' }), NINE)).toBeNull()
  })

  test('given no deadline in the new draft, then the old one stays and that alone is no change', () => {
    expect(grow(pending, draftOf({ decideBy: null }), NINE)).toBeNull()
    expect(grow(pending, draftOf({ ...more, decideBy: null }), NINE)).toMatchObject({
      decideBy: pending.decideBy,
    })
  })

  test('given a new fact, then the next version carries it and its source', () => {
    expect(grow(pending, draftOf(more), minutesAfter(15))).toMatchObject({
      ...{ status: 'pending', version: pending.version + 1, refs: ['SP-1', '<2@wattle.example>'] },
      ...{ createdAt: pending.createdAt, updatedAt: minutesAfter(15).toISOString() },
      grewIn: pending.version + 1,
    })
    expect(snoozed.grewIn).toBe(pending.grewIn)
  })

  test.each([
    ['another recommendation', { recommendation: { optionId: 'B' as const, reason: 'It is a duty.' } }],
    [
      'an option fewer acts are behind',
      { options: pending.options.map((each) => ({ ...each, does: 'Nothing' })) },
    ],
  ])('given %s, then it is a change', (_, over) => {
    expect(grow(pending, draftOf(over), NINE)).toMatchObject({ version: pending.version + 1 })
  })

  test('given one past its time, then it waits again only when its new time is still to come', () => {
    const ahead = draftOf({ ...more, decideBy: minutesAfter(600).toISOString() })
    const gone = draftOf({ ...more, decideBy: minutesAfter(60).toISOString() })
    expect(grow(expired, ahead, minutesAfter(120))).toMatchObject({ status: 'pending' })
    expect(grow(expired, gone, minutesAfter(120))).toMatchObject({
      status: 'expired',
      expiredAt: minutesAfter(90).toISOString(),
    })
  })

  test('given one that is put off, then it knows more and stays put off', () => {
    expect(grow(snoozed, draftOf(more), NINE)).toMatchObject({ status: 'snoozed', until: nine })
  })
})

test('what is put off comes back, and is past its time when that has come meanwhile', () => {
  const later = snooze(pending, minutesAfter(60), NINE)
  expect(later).toMatchObject({ status: 'snoozed', until: minutesAfter(60).toISOString() })
  expect(bringBack(later, minutesAfter(60))).toMatchObject({ status: 'pending', version: later.version + 1 })
  expect(bringBack(later, minutesAfter(7 * 24 * 60))).toMatchObject({ status: 'expired' })
  expect(bringBack(dismissed, NINE)).toMatchObject({ status: 'pending' })
  expect(() => bringBack(decided, NINE)).toThrow(AlreadyDecided)
  expect(() => snooze(dismissed, NINE, NINE)).toThrow(AlreadyDecided)
  expect([snooze(expired, NINE, NINE), snooze(later, NINE, NINE)]).toMatchObject([
    { status: 'snoozed', until: nine },
    { status: 'snoozed', until: nine },
  ])
  expect(dismiss(later, 'Morgan', 'not_mine', NINE)).toMatchObject({ status: 'dismissed' })
})

test('a version of it interrupts, waits quietly, or is no news', () => {
  const at = (interruptedAt: string | null, updatedAt = nine) => ({ ...pending, interruptedAt, updatedAt })
  expect(attentionOf(at(null))).toBe('quiet')
  expect(attentionOf(at(nine))).toBe('interrupts')
  expect(attentionOf(at(nine, minutesAfter(5).toISOString()))).toBeNull()
  expect(attentionOf({ ...decided, interruptedAt: decided.updatedAt })).toBeNull()
})
