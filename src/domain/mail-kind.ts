import type { MailKind } from './mail.ts'

/** What tells what a mail is: not what it says. */
export type MailSigns = {
  isEvent: boolean
  subject: string
  /** Lower case, `''` where a mail names nobody. */
  fromEmail: string
  headers: readonly { name: string; value: string }[]
  text: string
}

const AUTOMATIC_SUBJECT =
  /^\s*(automatic reply|auto(matic)?[- ]?(reply|response)|out of (the )?office|automatische antwort|abwesenheits\S*|réponse automatique|respuesta automática|risposta automatica|resposta automática|automatisch antwoord|autosvar|automatisk svar|automatyczna odpowiedź|ymateb awtomatig|ateb awtomatig|自動応答|自动答复)\s*[:：]/i
/** Systems that tell what people did in them. */
const NOTICE_HEADERS = /^(x-jira-fingerprint|x-github-(reason|sender)|x-gitlab-project|x-atlassian-|x-asana)/
const NOTICE_SENDER =
  /(^|[.@-])(jira|confluence|atlassian|github|gitlab|teams|sharepointonline|planner|asana|slack|notifications?)([.@-]|$)/
const NO_REPLY =
  /(^|[._+-])(no[-_.]?reply|do[-_.]?not[-_.]?reply|notifications?|mailer-daemon|postmaster)([._+-]|@)/
const NEWSLETTER =
  /(^|[._+-])(newsletter|news|marketing|mailing|campaigns?|offers|promo|digest|updates)([._+-]|@)/
const UNSUBSCRIBE =
  /\b(unsubscribe|abmelden|se désabonner|darse de baja|manage (your )?(email )?preferences|dad-danysgrifio)\b/i

/** What a mail is, by its type, its headers and its sender: the sender's own words are looked at last, and hardly. */
export function mailKindOf(signs: MailSigns): MailKind {
  if (signs.isEvent) return 'invitation'
  const header = headerReader(signs.headers)
  const submitted = header('auto-submitted')
  if (AUTOMATIC_SUBJECT.test(signs.subject) || /^auto-replied/.test(submitted)) return 'mail_automatic'
  if (isNotice(signs) || submitted.startsWith('auto-')) return 'mail_automatic'
  if (isBulk(signs, header)) return 'mail_bulk'
  const machine = header('x-auto-response-suppress') !== '' || NO_REPLY.test(signs.fromEmail)
  return machine ? 'mail_automatic' : 'mail_received'
}

function isNotice({ headers, fromEmail }: MailSigns): boolean {
  if (headers.some(({ name }) => NOTICE_HEADERS.test(name.toLowerCase()))) return true
  return NO_REPLY.test(fromEmail) && NOTICE_SENDER.test(fromEmail)
}

function isBulk({ fromEmail, text }: MailSigns, header: (name: string) => string): boolean {
  if (header('list-unsubscribe') !== '' || header('list-id') !== '') return true
  if (/^(bulk|list|junk)/.test(header('precedence'))) return true
  return NEWSLETTER.test(fromEmail) || (NO_REPLY.test(fromEmail) && UNSUBSCRIBE.test(text))
}

function headerReader(headers: MailSigns['headers']): (name: string) => string {
  return (name) =>
    headers
      .find((it) => it.name.toLowerCase() === name)
      ?.value.trim()
      .toLowerCase() ?? ''
}
