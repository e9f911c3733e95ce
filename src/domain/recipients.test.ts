import { describe, expect, test } from 'vitest'
import { ivo, jonas, mei } from '../../tests/fixtures/people.ts'
import type { ActPayload } from './act.ts'
import { recipientIds, recipientsProblem, unreachable } from './recipients.ts'

const mail = (kind: 'email_stakeholder' | 'email_external', to: string[], cc: string[] = []): ActPayload => ({
  ...{ kind, to, cc, subject: 'SP-1', text: 'When?', replyTo: null },
})
const comment = (mentions?: string[]): ActPayload => ({
  ...{ kind: 'jira_comment', key: 'SP-1', text: 'Who is on it?' },
  ...(mentions && { mentions }),
})
const assign = (assignee: string | null): ActPayload => ({ kind: 'jira_assign', key: 'SP-1', assignee })

describe('an act reaches by name', () => {
  test.each<[string, ActPayload, string[]]>([
    [
      'who a mail goes to, and who is copied in',
      mail('email_external', [ivo.id], [mei.id]),
      [ivo.id, mei.id],
    ],
    ['who a comment mentions', comment([mei.id]), [mei.id]],
    ['nobody by a comment that mentions none', comment(), []],
    ['who is given a ticket', assign(mei.id), [mei.id]],
    ['nobody by taking a ticket from somebody', assign(null), []],
    ['nobody by a status change', { kind: 'jira_status_change', key: 'SP-1', toStatus: 'Done' }, []],
  ])('%s', (_, payload, ids) => {
    expect(recipientIds(payload)).toEqual(ids)
  })
})

describe('somebody who is not in the register', () => {
  test.each<[string, ActPayload]>([
    ['is not mailed', mail('email_stakeholder', [mei.id, jonas.id])],
    ['is not copied in', mail('email_external', [mei.id], [jonas.id])],
    ['is not mentioned', comment([jonas.id])],
    ['is given no ticket', assign(jonas.id)],
  ])('%s', (_, payload) => {
    expect(recipientsProblem(payload, [mei])).toBe('jonas.weiss@wattle.example is not in the register')
    expect(recipientsProblem(payload, [mei, jonas])).toBeNull()
  })
})

test('who stands outside makes it external mail, and may be mentioned', () => {
  const says = 'Ivo Petrov stands outside the company'
  expect(recipientsProblem(mail('email_stakeholder', [mei.id], [ivo.id]), [mei, ivo])).toBe(says)
  expect(recipientsProblem(mail('email_external', [mei.id], [ivo.id]), [mei, ivo])).toBeNull()
  expect(recipientsProblem(comment([ivo.id]), [ivo])).toBeNull()
})

test('“never contact” binds the PM too, an unconfirmed person only what the agent does alone', () => {
  const never = { ...jonas, neverContact: true }
  const stranger = { ...jonas, confirmed: false }
  for (const by of ['dial', 'pm'] as const) {
    expect(unreachable([mei, never], by)).toBe('Jonas Weiss is never to be contacted')
    expect(unreachable([mei, jonas], by)).toBeNull()
  }
  expect(unreachable([mei, stranger], 'dial')).toBe('Jonas Weiss is not confirmed in the register')
  expect(unreachable([mei, stranger], 'pm')).toBeNull()
})
