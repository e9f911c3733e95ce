import { describe, expect, test } from 'vitest'
import { aPerson, ivo, jonas, mei } from '../../tests/fixtures/people.ts'
import { actPayload, type ActPayload } from './act.ts'
import { askedAct, payloadOf, projectOf, type AskedAct } from './asked-act.ts'

const inJira = aPerson('Ana Roth', { accountId: 'a:7' })
const register = [mei, ivo, { ...jonas, accountId: 'a:1' }, inJira]
const ask = (said: object) => askedAct.parse(said)
const fields = (change: object): ActPayload => actPayload.parse({ kind: 'jira_fields', key: 'WTL-4', change })

describe('what the PM asks for becomes just that act', () => {
  test.each<[string, object, ActPayload]>([
    [
      'a ticket for somebody',
      { what: 'assign', key: 'wtl-42 ', person: mei.id },
      { kind: 'jira_assign', key: 'WTL-42', assignee: mei.id },
    ],
    ['a flag', { what: 'flag', key: 'WTL-4' }, fields({ field: 'flag', on: true })],
    ['a flag off', { what: 'unflag', key: 'WTL-4' }, fields({ field: 'flag', on: false })],
    [
      'a due date',
      { what: 'due', key: 'WTL-4', day: '2026-11-02' },
      fields({ field: 'due_date', day: '2026-11-02' }),
    ],
    ['no due date', { what: 'due', key: 'WTL-4', day: '' }, fields({ field: 'due_date', day: null })],
    ['out of the sprint', { what: 'out-of-sprint', key: 'WTL-4' }, fields({ field: 'sprint', sprint: null })],
    [
      'a link',
      { what: 'link', key: 'WTL-4', how: 'relates to', other: 'wtl-9' },
      fields({ field: 'link', how: 'relates to', other: 'WTL-9', on: true }),
    ],
    [
      'into a milestone',
      { what: 'scope', key: 'WTL-4', milestone: 'Pilot', into: 'into' },
      { kind: 'scope_change', key: 'WTL-4', milestone: 'Pilot', into: true },
    ],
    [
      'out of a milestone',
      { what: 'scope', key: 'WTL-4', milestone: 'Pilot', into: 'out of' },
      { kind: 'scope_change', key: 'WTL-4', milestone: 'Pilot', into: false },
    ],
    [
      'a milestone moved',
      { what: 'milestone', project: 'WTL', milestone: 'Pilot', day: '2026-12-01' },
      { kind: 'milestone_change', project: 'WTL', milestone: 'Pilot', dueOn: '2026-12-01' },
    ],
  ])('%s', (_, said, payload) => {
    expect(payloadOf(ask(said), register)).toEqual(payload)
    expect(projectOf(ask(said))).toBe('WTL')
  })
})

test('a comment mentions whom it names whole, and whom Jira knows', () => {
  const comment = (text: string) => payloadOf(ask({ what: 'comment', key: 'WTL-4', text }), register)
  expect(comment('  @Jonas Weiss and @Ana Roth, when?  ')).toEqual({
    ...{ kind: 'jira_comment', key: 'WTL-4', text: '@Jonas Weiss and @Ana Roth, when?' },
    mentions: [jonas.id, inJira.id],
  })
  expect(comment('@Jonas, or Ana Roth, or @Mei Tan: when?')).toMatchObject({ mentions: [] })
})

test.each([
  ['of the company', mei.id, 'email_stakeholder'],
  ['outside it', ivo.id, 'email_external'],
  ['whom the register does not know', 'x@y.example', 'email_stakeholder'],
])('a mail to somebody %s goes to them alone', (_, person, kind) => {
  const said: AskedAct = { what: 'mail', project: 'WTL', person, subject: 'Pilot', text: 'When?' }
  expect(payloadOf(ask(said), register)).toEqual({
    ...{ kind, to: [person], cc: [], subject: 'Pilot', text: 'When?', replyTo: null },
  })
  expect(projectOf(said)).toBe('WTL')
})

describe('what is asked for is whole, or not asked for', () => {
  const mail = { what: 'mail', project: 'WTL', person: mei.id, subject: 'Pilot', text: 'When?' }

  test.each<[string, object]>([
    ['a comment that says nothing', { what: 'comment', key: 'WTL-4', text: '  ' }],
    ['a comment that never ends', { what: 'comment', key: 'WTL-4', text: 'x'.repeat(2001) }],
    ['a ticket without a key', { what: 'flag', key: 'the gate' }],
    ['nobody', { what: 'assign', key: 'WTL-4', person: 'x' }],
    ['a day that is none', { what: 'due', key: 'WTL-4', day: 'soon' }],
    ['a link of another kind', { what: 'link', key: 'WTL-4', how: 'likes', other: 'WTL-9' }],
    ['no milestone', { what: 'scope', key: 'WTL-4', milestone: '', into: 'into' }],
    ['neither in nor out', { what: 'scope', key: 'WTL-4', milestone: 'Pilot', into: 'beside' }],
    ['a milestone of no project', { what: 'milestone', project: '', milestone: 'Pilot', day: '2026-12-01' }],
    ['a milestone without a name', { what: 'milestone', project: 'WTL', milestone: '', day: '2026-12-01' }],
    ['a mail of no project', { ...mail, project: '' }],
    ['a mail without a subject', { ...mail, subject: ' ' }],
    ['a mail with a subject that never ends', { ...mail, subject: 'x'.repeat(201) }],
    ['a mail that says nothing', { ...mail, text: ' ' }],
    ['a mail that never ends', { ...mail, text: 'x'.repeat(4001) }],
    ['what nobody can do', { what: 'delete', key: 'WTL-4' }],
  ])('not %s', (_, said) => {
    expect(askedAct.safeParse(said).success).toBe(false)
  })

  test('a subject and a text may be as long as they may', () => {
    const long = { ...mail, subject: 'x'.repeat(200), text: ` ${'x'.repeat(4000)} ` }
    expect(askedAct.parse(long)).toEqual({ ...long, text: 'x'.repeat(4000) })
  })

  test('a link may say that one stops the other', () => {
    expect(ask({ what: 'link', key: 'WTL-4', how: 'blocks', other: 'WTL-9' })).toMatchObject({
      how: 'blocks',
    })
  })
})
