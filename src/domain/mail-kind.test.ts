import { describe, expect, test } from 'vitest'
import { mailKindOf, type MailSigns } from './mail-kind.ts'

const kindOf = (over: Partial<MailSigns> = {}) =>
  mailKindOf({
    ...{ isEvent: false, subject: 'Gates', fromEmail: 'ann@x.example', headers: [], text: 'Hi.' },
    ...over,
  })
const TO = { name: 'To', value: 'y' }
const header = (name: string, value = 'x') => ({ headers: [TO, { name, value }] })

describe('an answer that nobody wrote', () => {
  test.each([
    ...[
      'Automatic reply',
      'Auto-reply',
      'autoreply',
      'Auto response',
      'Automatic-Response',
      '  Out of office',
    ],
    ...['Out of the office', 'Automatische Antwort', 'Abwesenheitsnotiz', 'Réponse automatique'],
    ...[
      'Respuesta automática',
      'Risposta automatica',
      'Resposta automática',
      'Automatisch antwoord',
      'Autosvar',
    ],
    ...['Automatisk svar', 'Automatyczna odpowiedź', 'Ymateb awtomatig', 'Ateb awtomatig', '自動応答'],
  ])('is known by a subject that begins with "%s"', (words) => {
    expect(kindOf({ subject: `${words}: Gates` })).toBe('mail_automatic')
    expect(kindOf({ subject: `${words} ：Gates` })).toBe('mail_automatic')
  })

  test.each([
    ...[
      'About the automatic reply: off?',
      'Automatic reply',
      'Automatic replying: how',
      'Out of office space: what now?',
    ],
    ...['Abwesenheit im Mai', 'Reply: yes'],
  ])('is not known by "%s"', (subject) => {
    expect(kindOf({ subject })).toBe('mail_received')
  })

  test.each([
    ['Auto-Submitted', 'auto-replied (vacation)'],
    ['auto-submitted', ' AUTO-GENERATED '],
    ['X-Auto-Response-Suppress', 'OOF'],
  ])('is known by the header %s: %s', (name, value) => {
    expect(kindOf(header(name, value))).toBe('mail_automatic')
  })

  test('is one even where it goes to a list, and one that says that it is none is none', () => {
    const toList = {
      headers: [
        { name: 'Auto-Submitted', value: 'auto-replied' },
        { name: 'List-Id', value: 'x' },
      ],
    }
    expect(kindOf(toList)).toBe('mail_automatic')
    expect(kindOf(header('Auto-Submitted', 'no'))).toBe('mail_received')
    expect(kindOf(header('Auto-Submitted', 'not auto-replied'))).toBe('mail_received')
    expect(kindOf(header('X-Auto-Response-Suppress', ' '))).toBe('mail_received')
  })
})

describe('a notice of a system', () => {
  test.each([
    ...[
      'X-JIRA-FingerPrint',
      'X-GitHub-Reason',
      'X-GitHub-Sender',
      'X-GitLab-Project-Id',
      'X-Atlassian-Token',
    ],
    ...['X-Asana-Id'],
  ])('is known by its header %s, even to a list', (name) => {
    const headers = [
      { name: 'List-Id', value: 'x' },
      { name, value: 'x' },
    ]
    expect(kindOf({ headers })).toBe('mail_automatic')
  })

  test.each([
    ...['noreply@jira.x.example', 'no-reply@teams.mail.microsoft', 'notifications@github.com'],
    ...['do-not-reply@x-slack.example', 'jira.noreply@x.example', 'no.reply@planner'],
    ...['notification@x.example', 'noreply-notification@x.example'],
  ])('is known by its sender %s, even where it says how to be rid of it', (fromEmail) => {
    expect(kindOf({ fromEmail, text: 'Unsubscribe' })).toBe('mail_automatic')
  })

  test.each(['ann@jira.example', 'ann@github.com'])('is not what a person writes from %s', (fromEmail) => {
    expect(kindOf({ fromEmail })).toBe('mail_received')
  })

  test.each(['Other-X-Atlassian-Token', 'X-GitHub-Other'])('is not known by a header %s', (name) => {
    expect(kindOf(header(name))).toBe('mail_received')
  })

  test.each(['noreply@jiraffe.example', 'noreply@fungithub.example', 'noreply@notifications2.example'])(
    'is not known by %s, whose name only looks alike',
    (fromEmail) => {
      expect(kindOf({ fromEmail, text: 'Unsubscribe' })).toBe('mail_bulk')
    },
  )
})

test('an invitation is one, whatever else it looks like', () => {
  expect(kindOf({ isEvent: true, subject: 'Automatic reply: x', ...header('List-Id') })).toBe('invitation')
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
