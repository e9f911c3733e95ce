import { describe, expect, test } from 'vitest'
import { mailKindOf, type MailSigns } from './mail-kind.ts'

const kindOf = (over: Partial<MailSigns> = {}) =>
  mailKindOf({
    isEvent: false,
    subject: 'Gates',
    fromEmail: 'ann@x.example',
    headers: [],
    text: 'Hi.',
    ...over,
  })
const header = (name: string, value = 'x') => ({
  headers: [
    { name: 'To', value: 'y' },
    { name, value },
  ],
})

describe('a mail to many', () => {
  test.each([
    ['List-Unsubscribe', '<mailto:a@b.c>'],
    ['List-Id', '<a.b>'],
    ['Precedence', 'bulk'],
    ['Precedence', 'List'],
    ['Precedence', 'junk'],
  ])('is known by the header %s: %s', (name, value) => {
    expect(kindOf(header(name, value))).toBe('mail_bulk')
  })

  test.each([
    ['List-Unsubscribe', ' '],
    ['List-Id', ''],
    ['Precedence', 'not bulk'],
    ['Precedence', 'first-class'],
  ])('is not known by %s: "%s"', (name, value) => {
    expect(kindOf(header(name, value))).toBe('mail_received')
  })

  test.each([
    ...['newsletter@x.example', 'the.news@x.example', 'marketing@x.example', 'mailing-7@x.example'],
    ...['campaign@x.example', 'our_campaigns@x.example', 'offers@x.example', 'promo@x.example'],
    ...['daily.digest@x.example', 'updates+2@x.example'],
  ])('is known by its sender %s', (fromEmail) => {
    expect(kindOf({ fromEmail })).toBe('mail_bulk')
  })

  test.each(['newsome@x.example', 'goodnews@x.example', 'ann@news.example', 'promotor@x.example'])(
    'is not known by %s, who is a person',
    (fromEmail) => {
      expect(kindOf({ fromEmail })).toBe('mail_received')
    },
  )

  test.each([
    ...['Unsubscribe here', 'Jetzt abmelden', 'Pour se désabonner', 'Para darse de baja', 'dad-danysgrifio'],
    ...[
      'Manage your email preferences',
      'Manage email preferences',
      'Manage your preferences',
      'manage preferences',
    ],
  ])('is known by "%s" where nobody is to answer it', (text) => {
    expect(kindOf({ fromEmail: 'noreply@x.example', text })).toBe('mail_bulk')
    expect(kindOf({ text })).toBe('mail_received')
  })

  test.each(['Nobody unsubscribed', 'You manage our preferences'])('is not known by "%s"', (text) => {
    expect(kindOf({ fromEmail: 'noreply@x.example', text })).toBe('mail_automatic')
  })
})

describe('a sender who is nobody', () => {
  test.each([
    ...[
      'noreply@x.example',
      'no-reply@x.example',
      'no_reply@x.example',
      'no.reply@x.example',
      'donotreply@x.example',
    ],
    ...[
      'do-not-reply@x.example',
      'do.not_reply@x.example',
      'mailer-daemon@x.example',
      'postmaster@x.example',
    ],
    ...['noreply+7@x.example', 'gates-noreply-eu@x.example'],
  ])('%s is a machine', (fromEmail) => {
    expect(kindOf({ fromEmail })).toBe('mail_automatic')
  })

  test.each([
    'moreply@x.example',
    'noreplyer@x.example',
    'ann@noreply.example',
    'casino-replay@x.example',
    '',
  ])('"%s" is not', (fromEmail) => {
    expect(kindOf({ fromEmail })).toBe('mail_received')
  })
})
