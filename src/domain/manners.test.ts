import { describe, expect, test } from 'vitest'
import { anAct, context } from '../../tests/fixtures/builders.ts'
import { hours, NINE } from '../../tests/fixtures/desk.ts'
import { aPerson, beatrix, ivo, karim, mei } from '../../tests/fixtures/people.ts'
import type { Act, ActPayload } from './act.ts'
import { earliestFor, mannersAgainst, type Occasion } from './manners.ts'
import type { Person } from './person.ts'

const comment: ActPayload = { kind: 'jira_comment', key: 'SP-1', text: 'Who is on it?' }
const mailTo = (to: Person[], cc: Person[] = []): ActPayload => ({
  ...{ kind: 'email_stakeholder', subject: 'SP-1', text: 'When?', replyTo: null },
  ...{ to: to.map(({ id }) => id), cc: cc.map(({ id }) => id) },
})
const occasion = (payload: ActPayload, over: Partial<Occasion> = {}): Occasion => ({
  ...{ payload, ticket: context, people: [], acts: [], now: NINE, hours },
  ...over,
})
const against = (payload: ActPayload, over: Partial<Occasion> = {}) => mannersAgainst(occasion(payload, over))
const before = (payload: ActPayload, createdAt: string, status: Act['status'] = 'done') => {
  const receipt = { id: '1', url: null, at: createdAt }
  if (status === 'done') return anAct({ status, receipt, outcome: 'lapsed' }, { payload, createdAt })
  return anAct({ status: 'cancelled', by: 'Morgan', reason: 'no' }, { payload, createdAt })
}

describe('a comment', () => {
  test('on open, quiet work breaks no manners, nor do our own documents and notices', () => {
    expect(against(comment)).toEqual([])
    expect(against({ kind: 'notification_internal', subject: 'Digest', text: 'Nothing.' })).toEqual([])
  })

  test('on finished work is bad manners, and so is moving it', () => {
    const ticket = { ...context, statusCategory: 'done' }
    expect(against(comment, { ticket })).toEqual(['SP-1 is done'])
    expect(against({ kind: 'jira_status_change', key: 'SP-1', toStatus: 'To Do' }, { ticket })).toEqual([
      'SP-1 is done',
    ])
  })

  test.each([
    ['2026-10-19T08:00:00.000Z', false],
    ['2026-10-19T09:00:00.000Z', true],
    ['2026-10-22T07:59:00.000Z', true],
  ])('after one of %s is within three working days: %s', (createdAt, within) => {
    expect(against(comment, { acts: [before(comment, createdAt)] })).toEqual(
      within ? ['SP-1 was commented on within 3 working days'] : [],
    )
  })

  test('after one on another ticket, or one that was stopped, is the first', () => {
    const other: ActPayload = { ...comment, key: 'SP-2' }
    const stopped = before(comment, NINE.toISOString(), 'cancelled')
    expect(against(comment, { acts: [before(other, NINE.toISOString()), stopped] })).toEqual([])
  })

  test('after a status change of the ticket is the first as well', () => {
    const moved: ActPayload = { kind: 'jira_status_change', key: 'SP-1', toStatus: 'Done' }
    expect(against(comment, { acts: [before(moved, NINE.toISOString())] })).toEqual([])
  })

  test.each<ActPayload>([
    comment,
    { kind: 'jira_status_change', key: 'SP-1', toStatus: 'Done' },
    { kind: 'scope_change', key: 'SP-1', milestone: 'UAT', into: true },
  ])('on a ticket of which nothing is known breaks none that is known: $kind', (payload) => {
    expect(against(payload, { ticket: null })).toEqual([])
    const ticket = { ...context, statusCategory: 'done' }
    expect(against(payload, { ticket })).toEqual(['SP-1 is done'])
  })

  test('goes on a ticket that is somebody’s; moving that one is theirs', () => {
    const ticket = { ...context, assignee: { accountId: 'a', name: 'Ana', email: null } }
    expect(against(comment, { ticket })).toEqual([])
    expect(against({ kind: 'jira_status_change', key: 'SP-1', toStatus: 'Done' }, { ticket })).toEqual([
      "SP-1 is Ana's",
    ])
  })
})

describe('a comment into what others are doing', () => {
  const wrote = (at: string) => ({ ...context, lastWord: { at, by: 'Ana Roe' } })
  const says = ['people are talking on SP-1: Ana Roe wrote within 4 working hours']

  /** NINE is 08:00 in Greenwich, an hour into London's day; the evening before ended at 16:30. */
  test.each([
    ['an hour ago', '2026-10-22T07:00:00.000Z', says],
    ['late the evening before', '2026-10-21T16:00:00.000Z', says],
    ['a minute short of four working hours ago', '2026-10-21T13:31:00.000Z', says],
    ['four working hours ago', '2026-10-21T13:30:00.000Z', []],
    ['days ago', '2026-10-19T08:00:00.000Z', []],
  ])('%s', (_, at, against_) => {
    expect(against(comment, { ticket: wrote(at) })).toEqual(against_)
  })

  test('where nobody has commented, or nobody knows, there is no thread to be in', () => {
    expect(against(comment, { ticket: { ...context, lastWord: null } })).toEqual([])
  })

  test('on what a customer asked for is read by the customer', () => {
    expect(against(comment, { ticket: { ...context, isRequest: true } })).toEqual([
      'SP-1 is a request that customers see',
    ])
  })
})

describe('a mail to somebody who is away', () => {
  const absence = { from: '2026-10-15', until: '2026-11-02', deputy: null, signalId: 's' }

  test('by an automatic reply asks first, and says whether it names a deputy', () => {
    const away = aPerson('Sam Roe', { absence })
    expect(against(mailTo([away]), { people: [away] })).toEqual([
      'Sam Roe is away until Mon 2 Nov, says an automatic reply: names no deputy the register knows',
    ])
    const stood = aPerson('Sam Roe', { absence: { ...absence, deputy: mei.id } })
    expect(against(mailTo([stood]), { people: [stood] })).toEqual([
      `Sam Roe is away until Mon 2 Nov, says an automatic reply: ${mei.id} answers meanwhile`,
    ])
    const open = aPerson('Sam Roe', { absence: { ...absence, until: null } })
    expect(against(mailTo([open]), { people: [open] })).toEqual([
      'Sam Roe is away, says an automatic reply: names no deputy the register knows',
    ])
  })

  test('by the PM’s own word waits until they are back, and asks nothing', () => {
    const away = aPerson('Sam Roe', { leave: { from: '2026-10-22', to: '2026-10-23' } })
    expect(against(mailTo([away]), { people: [away] })).toEqual([])
    const when = earliestFor(occasion(mailTo([away]), { people: [away] }), NINE)
    expect(when.toISOString()).toBe('2026-10-26T08:00:00.000Z')
  })
})

describe('a mail', () => {
  test.each([
    ['to somebody of the team', mailTo([mei]), [mei], []],
    ['to the sponsor alone', mailTo([beatrix]), [beatrix], []],
    [
      'with the sponsor in copy',
      mailTo([mei], [beatrix]),
      [mei, beatrix],
      ['Beatrix Olu would be copied in unasked'],
    ],
    [
      'to somebody who wants none',
      mailTo([aPerson('Sam Roe', { neverContact: true, confirmed: false })]),
      [aPerson('Sam Roe', { neverContact: true, confirmed: false })],
      ['Sam Roe is never to be contacted'],
    ],
    [
      'with somebody unconfirmed in copy',
      mailTo([mei], [aPerson('Sam Roe', { confirmed: false })]),
      [mei, aPerson('Sam Roe', { confirmed: false })],
      ['Sam Roe is not confirmed in the register'],
    ],
  ])('%s', (_, payload, people, says) => {
    expect(against(payload, { people })).toEqual(says)
  })

  test.each([
    ['2026-10-20T07:59:00.000Z', false],
    ['2026-10-20T08:30:00.000Z', true],
    ['2026-10-22T07:30:00.000Z', true],
  ])('after one of %s to the same person is within two working days: %s', (createdAt, within) => {
    const acts = [before(mailTo([karim, mei]), createdAt)]
    const says = within ? ['Mei Tan was written to within 2 working days'] : []
    expect(against(mailTo([mei]), { people: [mei], acts })).toEqual(says)
    expect(against(mailTo([ivo]), { people: [ivo], acts })).toEqual([])
  })

  test('after a comment, and one that went outside, tells the two apart', () => {
    const external: ActPayload = { ...mailTo([ivo]), kind: 'email_external' } as ActPayload
    const acts = [before(comment, NINE.toISOString()), before(external, NINE.toISOString())]
    expect(against(external, { people: [ivo], acts })).toEqual([
      'Ivo Petrov was written to within 2 working days',
    ])
    expect(against(mailTo([mei]), { people: [mei], acts })).toEqual([])
  })
})
