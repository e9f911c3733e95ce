import { beforeEach, describe, expect, test } from 'vitest'
import type { MailSignal } from '#src/domain/signal.ts'
import { aDesk } from '../../../tests/fakes/reading-desk.ts'
import { aMatter } from '../../../tests/fixtures/builders.ts'
import { aDeskOf, NINE } from '../../../tests/fixtures/desk.ts'
import { aMail } from '../../../tests/fixtures/talk.ts'
import { unanswered } from './unanswered.ts'

/** Monday at ten; nine on Thursday is almost three working days later, and ten is three. */
const MONDAY = '2026-10-19T09:00:00.000Z'
const THURSDAY_TEN = new Date('2026-10-22T09:00:00.000Z')
const morgan = [{ name: 'Morgan Reid', email: 'morgan@example.com' }]
const niall = [{ name: 'Niall Keane', email: 'niall@quaypay.com' }]

const asking = (over: Partial<MailSignal> = {}, context: Parameters<typeof aMail>[1] = {}) =>
  aMail(
    { occurredAt: MONDAY, text: 'Hello Morgan,\nCan you confirm the slot? It is tight.', ...over },
    context,
  )
const sent = (over: Partial<MailSignal> = {}) =>
  asking(
    { externalId: 's1', actor: { accountId: '', name: 'Morgan Reid', email: 'morgan@example.com' }, ...over },
    { messageId: 's1', folder: 'sentitems', from: morgan[0] ?? null, to: niall },
  )
const found = (mails: MailSignal[], at = THURSDAY_TEN) =>
  unanswered([aMatter({ id: 'thread-c1' }, mails)], aDeskOf(), at)

describe('a mail that asks and has no answer', () => {
  test('of somebody who asks the PM is a signal after three working days, with the words it rests on', () => {
    expect(found([asking()], NINE)).toEqual([])
    expect(found([asking()])).toMatchObject([
      {
        externalId: 'unanswered-m1',
        kind: 'mail_unanswered',
        ref: '<m1@quaypay.com>',
        text: 'Can you confirm the slot?',
        occurredAt: '2026-10-22T09:00:00.000Z',
        actor: { name: 'Niall Keane' },
      },
    ])
  })

  test('of the PM to somebody else is one too; over a weekend nobody waits', () => {
    expect(found([sent()])).toMatchObject([{ externalId: 'unanswered-s1', actor: { name: 'Morgan Reid' } }])
    expect(
      found([asking({ occurredAt: '2026-10-16T12:00:00.000Z' })], new Date('2026-10-21T11:00:00Z')),
    ).toEqual([])
  })

  test('is none once somebody has written in the thread, and whoever wrote last is waited for', () => {
    const answer = sent({ occurredAt: '2026-10-20T09:00:00.000Z', text: 'It is Thursday.' })
    expect(found([asking(), answer])).toEqual([])
    const back = sent({ occurredAt: '2026-10-19T10:00:00.000Z', text: 'Which slot do you mean?' })
    expect(found([asking(), back], new Date('2026-10-22T10:00:00Z'))).toMatchObject([
      { externalId: 'unanswered-s1' },
    ])
  })
})

test.each([
  ['that asks nothing', { text: 'The slot moves to Thursday.' }],
  ['of small talk', { text: 'How are you?' }],
  ['that says it can wait', { text: 'Would vouchers work in the new shop? Not for today!' }],
  ['that wants no answer', { text: 'Would it not be fun? No need to answer, just thinking aloud.' }],
  ['of a machine', { kind: 'mail_automatic' as const }],
  ['that was there when the project was connected', { bootstrap: true }],
  ['of which something was set aside', { setAside: 'It gives orders.' }],
  ['that was given up long ago', { occurredAt: '2026-10-01T09:00:00.000Z' }],
])('a mail %s is waited for by nobody', (_, over) => {
  expect(found([asking(over)])).toEqual([])
})

test('a mail in which the PM is only copied asks somebody else', () => {
  expect(found([asking({}, { to: niall, cc: morgan })])).toEqual([])
})

describe('once a day', () => {
  let desk = aDesk(['jira', 'outlook'])
  beforeEach(async () => {
    desk = aDesk(['jira', 'outlook'])
    await desk.check(0)
    desk.day.matters = [aMatter({ id: 'thread-c1' }, [asking()])]
  })
  const kinds = () => desk.recorded().map((row) => row['kind'])

  test('what is waited for is recorded, and worked on in the same check; a day later it is known', async () => {
    expect(await desk.check(60)).toMatchObject({ signals: 0 })
    desk.day.isDue = true
    expect(await desk.check(75)).toMatchObject({ signals: 1, quiet: false })
    expect(kinds()).toEqual(['mail_unanswered'])
    await desk.check(90)
    expect(kinds()).toEqual(['mail_unanswered'])
  })

  test('not while the mailbox can’t be read: an answer may be there', async () => {
    Object.assign(desk.mailbox, { fails: 'Microsoft asks to wait.' })
    desk.day.isDue = true
    await desk.check(75)
    expect(kinds()).toEqual([])
  })
})
