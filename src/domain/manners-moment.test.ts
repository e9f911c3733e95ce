import { describe, expect, test } from 'vitest'
import { context } from '../../tests/fixtures/builders.ts'
import { hours, NINE } from '../../tests/fixtures/desk.ts'
import { aPerson, mei } from '../../tests/fixtures/people.ts'
import type { ActPayload } from './act.ts'
import { earliestFor, momentAgainst, type Occasion } from './manners.ts'
import type { Person } from './person.ts'

const comment: ActPayload = { kind: 'jira_comment', key: 'SP-1', text: 'Who is on it?' }
const mailTo = (to: Person[]): ActPayload => ({
  ...{ kind: 'email_stakeholder', subject: 'SP-1', text: 'When?', replyTo: null },
  ...{ to: to.map(({ id }) => id), cc: [] },
})
const occasion = (payload: ActPayload, over: Partial<Occasion> = {}): Occasion => ({
  ...{ payload, ticket: context, people: [], acts: [], now: NINE, hours },
  ...over,
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
    const gone = aPerson('Sam Roe', { leave: { from: '2026-10-22', to: '2027-10-22' } })
    expect(earliest('2026-10-22T08:00:00.000Z', [gone])).toBe('2026-11-11T08:00:00.000Z')
  })

  test.each(['email_stakeholder', 'email_external'] as const)(
    'is the PM’s Friday, wherever its reader is, for an %s',
    (kind) => {
      const friday = new Date('2026-10-23T15:00:00.000Z')
      const payload = { ...mailTo([mei]), kind } as ActPayload
      expect(momentAgainst(occasion(payload), friday)).toBe('No mail leaves after 16:00 on a Friday')
      expect(momentAgainst(occasion(payload, { people: [mei] }), friday)).toBe(
        'No mail leaves after 16:00 on a Friday',
      )
    },
  )

  test('is a mail’s alone: a comment goes on Friday afternoon too', () => {
    expect(earliest('2026-10-23T15:30:00.000Z', [], comment)).toBe('2026-10-23T15:30:00.000Z')
  })
})
