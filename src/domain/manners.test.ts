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

  test('goes on a ticket that is somebody’s; moving that one is theirs', () => {
    const ticket = { ...context, assignee: { accountId: 'a', name: 'Ana', email: null } }
    expect(against(comment, { ticket })).toEqual([])
    expect(against({ kind: 'jira_status_change', key: 'SP-1', toStatus: 'Done' }, { ticket })).toEqual([
      "SP-1 is Ana's",
    ])
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
})

/** Times are Greenwich's; London is an hour ahead until 25 October 2026. */
describe('the moment of a mail', () => {
  const monToThu = aPerson('Dee Moss', { workingDays: ['mon', 'tue', 'wed', 'thu'] })
  const saturdays = aPerson('Sat Only', { workingDays: ['sat'] })
  const earliest = (at: string, people: Person[] = [mei], payload = mailTo(people)) =>
    earliestFor(occasion(payload, { people }), new Date(at)).toISOString()

  test.each([
    ['a Thursday', '2026-10-22T15:30:00.000Z', [mei], '2026-10-22T15:30:00.000Z'],
    ['a Friday before four', '2026-10-23T14:59:00.000Z', [mei], '2026-10-23T14:59:00.000Z'],
    [
      'a Friday at four, summer time ending that weekend',
      '2026-10-23T15:00:00.000Z',
      [mei],
      '2026-10-26T08:00:00.000Z',
    ],
    ['a Friday at four, in winter', '2026-12-18T16:00:00.000Z', [mei], '2026-12-21T08:00:00.000Z'],
    [
      'a Friday morning, when the reader is off',
      '2026-10-23T08:00:00.000Z',
      [mei, monToThu],
      '2026-10-26T08:00:00.000Z',
    ],
    [
      'a Friday at one in the night, when the reader is off',
      '2026-10-23T00:00:00.000Z',
      [monToThu],
      '2026-10-26T08:00:00.000Z',
    ],
  ])('%s', (_, at, people, goes) => {
    expect(earliest(at, people)).toBe(goes)
  })

  test('is looked for only so long: somebody who never works when the PM does is no endless search', () => {
    expect(Date.parse(earliest('2026-10-23T08:00:00.000Z', [saturdays]))).toBeLessThan(
      Date.parse('2026-12-01T00:00:00.000Z'),
    )
  })

  test('is a mail’s alone: a comment goes on Friday afternoon too', () => {
    expect(earliest('2026-10-23T15:30:00.000Z', [], comment)).toBe('2026-10-23T15:30:00.000Z')
  })
})
