import { describe, expect, test } from 'vitest'
import { anEscalation, anEvidence } from '../../tests/fixtures/builders.ts'
import { minutesAfter, nine } from '../../tests/fixtures/desk.ts'
import { replyTo } from './escalation-reply.ts'
import { grow } from './escalation-growth.ts'
import { escalationDraft, expire, type EscalationDraft } from './escalation.ts'

const pending = anEscalation()
if (pending.status !== 'pending') throw new Error('The builder gives a pending one.')
const another = anEvidence({ signalId: 'outlook/m/2', text: 'Karim asks.' })
const draftOf = (over: Partial<EscalationDraft> = {}) =>
  escalationDraft.parse({ ...pending, facts: [...pending.facts, another], ...over })
const at = (minutes: number) => minutesAfter(minutes).toISOString()
const late = expire(pending, minutesAfter(10))

describe('the deadline of a question that waits', () => {
  const other = '2026-10-30T08:00:00.000Z'

  test('does not slide while nobody named another', () => {
    expect(grow(pending, draftOf({ decideBy: other }), minutesAfter(5))?.decideBy).toBe(pending.decideBy)
  })

  test('is the new one where somebody did', () => {
    const named = draftOf({ decideBy: other, decideByWhy: 'The crane comes then.' })
    expect(grow(pending, named, minutesAfter(5))?.decideBy).toBe(other)
  })

  test('is the new one where the old one is over, named or not', () => {
    expect(grow(late, draftOf({ decideBy: other }), minutesAfter(15))).toMatchObject({
      ...{ status: 'pending', decideBy: other },
    })
  })

  test('at its very moment is over', () => {
    const now = minutesAfter(15)
    expect(grow(late, draftOf({ decideBy: at(15) }), now)).toMatchObject({ status: 'expired' })
    expect(grow(late, draftOf({ decideBy: at(16) }), now)).toMatchObject({ status: 'pending' })
  })

  test('is over only once it was: one that waits goes on waiting', () => {
    const open = { ...pending, decideBy: null }
    expect(grow(open, draftOf({ decideBy: nine }), minutesAfter(15))).toMatchObject({ status: 'pending' })
    expect(grow({ ...late, decideBy: null }, draftOf({ decideBy: null }), minutesAfter(15))).toMatchObject({
      ...{ status: 'pending', decideBy: null },
    })
  })
})

describe('a reply to it', () => {
  const asked = replyTo(pending, { text: 'Shorter.', by: 'Morgan' }, minutesAfter(1))
  if (!asked.reply) throw new Error('It was replied to.')
  const worked = { ...asked, reply: { ...asked.reply, state: 'reworked' as const, changed: ['A'] } }

  test('is worked in once more: the playbook’s words have taken the place of those it changed', () => {
    expect(grow(worked, draftOf(), minutesAfter(5))?.reply).toEqual({
      ...{ text: 'Shorter.', by: 'Morgan', at: at(1), state: 'reworking', changed: [] },
    })
  })

  test('is none where there was none', () => {
    expect(grow(pending, draftOf(), minutesAfter(5))?.reply).toBeNull()
  })
})

test.each<[string, Partial<EscalationDraft>]>([
  ['a fact is told otherwise', { facts: [anEvidence({ text: 'In Progress' })] }],
  ['a fact comes from elsewhere', { facts: [anEvidence({ signalId: 'jira/x/9' })] }],
])('it is a change where %s', (_, over) => {
  expect(grow(pending, draftOf(over), minutesAfter(5))).toMatchObject({ version: pending.version + 1 })
})
