import type { MailAddress, MailAttachment } from './mail.ts'
import { mailKindOf } from './mail-kind.ts'
import { cutAt, seenText, splitMail } from './mail-text.ts'
import type { MailRaw } from './raw-signal.ts'

/** A mail as read from a mailbox, whichever; its HTML is text by now. */
export type MailMessage = {
  /** Stays the same when the mail is moved. */
  id: string
  /** With its angle brackets; null where the provider has none. */
  internetMessageId: string | null
  conversationId: string
  folder: 'inbox' | 'sentitems'
  subject: string
  from: MailAddress | null
  to: MailAddress[]
  cc: MailAddress[]
  /** ISO, UTC, with milliseconds. */
  at: string
  url: string
  /** An invitation, or an answer to one. */
  isEvent: boolean
  headers: { name: string; value: string }[]
  /** What mail clients marked as history or signature is apart already; `text` may hold more of both. */
  body: { text: string; quoted: string; signature: string; hidden: string }
  attachments: MailAttachment[]
  /** The act of ours that sent it. */
  actId: string | null
}

/** Whose mailbox it is, and from which address the workbench mails the PM. */
export type MailOwner = { pmEmail: string; noticeFrom?: string | undefined }

/** Our mark on mail to the PM. */
export const WORKBENCH_HEADER = 'X-PM-Workbench'

/** So much is kept of what a sender wrote; of the history and of hidden text less. A row holds 400 KB. */
const OWN_KB = 100
const QUOTED_KB = 100
const HIDDEN_KB = 20
const LONGEST_TITLE = 500
const FORWARD = /^(fwd?|wg|tr|rv|ymlaen)\s*:/i
const REPLY = /^(re|aw|sv|antw|ynt|odp|atb)\s*(\[\d+\])?\s*:/i

/**
 * A mail as a signal. It is recorded once (docs/decisions/0012): reading, flagging or moving it is no news. Its text is the
 * sender's own words; signature and history go together into `quoted`.
 */
export function mailChange(message: MailMessage, owner: MailOwner): MailRaw {
  const { id, from, folder, headers } = message
  const text = seenText(message.body.text)
  const parts = splitMail(text.seen)
  const subject = seenText(message.subject)
  const title = oneLine(subject.seen).slice(0, LONGEST_TITLE).toWellFormed() || '(no subject)'
  const { quoted, signature, hidden } = message.body
  return {
    externalId: mailId(id),
    source: 'outlook',
    kind: mailKindOf({ ...message, subject: title, fromEmail: from?.email ?? '', text: text.seen }),
    project: null,
    ref: message.internetMessageId ?? `<${id}>`,
    title,
    url: message.url,
    actor: from && actorOf(from),
    occurredAt: message.at,
    before: null,
    after: null,
    text: cutAt(parts.own, OWN_KB),
    ours: message.actId !== null || isNotice(message, owner),
    context: {
      messageId: id,
      conversationId: message.conversationId,
      folder,
      from: from && address(from),
      to: message.to.map(address),
      cc: message.cc.map(address),
      isReply: isReply(title, headers),
      attachments: message.attachments.map(({ name, bytes }) => ({
        name: oneLine(seenText(name).seen),
        bytes,
      })),
      quoted: cutAt(joined(parts.signature, signature, parts.quoted, seenText(quoted).seen), QUOTED_KB),
      hidden: cutAt(joined(hidden, text.hidden, subject.hidden), HIDDEN_KB),
    },
  }
}

/** A mail's external id, by the provider's immutable one. */
export function mailId(id: string): string {
  return `mail-${id}`
}

/** The mark alone proves nothing: anybody can write a header, and would have a mail that nobody looks at. */
function isNotice({ headers, from }: MailMessage, { pmEmail, noticeFrom }: MailOwner): boolean {
  const marked = headers.some(({ name }) => name.toLowerCase() === WORKBENCH_HEADER.toLowerCase())
  const senders = [pmEmail, noticeFrom ?? pmEmail].map((it) => it.toLowerCase())
  return marked && from !== null && senders.includes(from.email)
}

/** A forward carries the same headers as a reply. */
function isReply(title: string, headers: MailMessage['headers']): boolean {
  if (FORWARD.test(title)) return false
  return REPLY.test(title) || headers.some(({ name }) => name.toLowerCase() === 'in-reply-to')
}

function actorOf({ name, email }: MailAddress): NonNullable<MailRaw['actor']> {
  const seen = oneLine(seenText(name).seen)
  return { accountId: email || 'unknown', name: seen || email || 'unknown', email: email || null }
}

function address({ name, email }: MailAddress): MailAddress {
  return { name: oneLine(seenText(name).seen), email }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}
