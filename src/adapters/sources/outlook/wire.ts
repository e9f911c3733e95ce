import { z } from 'zod'
import type { MailMessage } from '#src/domain/mail-change.ts'
import type { MailAddress } from '#src/domain/mail.ts'
import type { Sensitivity } from '#src/domain/privacy.ts'
import { htmlText } from './html-text.ts'
import { sensitivityOf } from './sensitivity.ts'

/** A page of messages, which are parsed one by one, so that one bad message spoils no other. */
export const messagePage = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
})
export type MessagePage = z.infer<typeof messagePage>

const HEADLINE = [
  'id',
  'conversationId',
  'internetMessageId',
  'subject',
  'from',
  'sender',
  'toRecipients',
  'ccRecipients',
  'receivedDateTime',
  'hasAttachments',
  'internetMessageHeaders',
  'webLink',
  'isDraft',
]
/** What is asked of every message. Source: Microsoft Graph v1.0, message. */
export const MESSAGE_FIELDS = [...HEADLINE, 'body'].join(',')
/** What tells whether a message may be read. */
export const HEADLINE_FIELDS = HEADLINE.join(',')

const recipient = z
  .object({ emailAddress: z.object({ name: z.string().nullish(), address: z.string().nullish() }).nullish() })
  .nullish()
  .transform((it): MailAddress | null => {
    const { name, address } = it?.emailAddress ?? {}
    if (!name && !address) return null
    return { name: name ?? address ?? '', email: (address ?? '').trim().toLowerCase() }
  })
const recipients = z
  .array(recipient)
  .nullish()
  .transform((list) => (list ?? []).filter((it) => it !== null))
const text = z
  .string()
  .nullish()
  .transform((it) => it ?? '')

export const messageBody = z
  .object({ contentType: z.string().nullish(), content: z.string().nullish() })
  .nullish()

const message = z.object({
  '@odata.type': text,
  id: z.string().min(1),
  conversationId: text,
  internetMessageId: text,
  subject: text,
  from: recipient,
  sender: recipient,
  toRecipients: recipients,
  ccRecipients: recipients,
  receivedDateTime: z.iso.datetime({ offset: true }).transform((it) => new Date(it).toISOString()),
  body: messageBody,
  hasAttachments: z.boolean().nullish(),
  internetMessageHeaders: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .nullish()
    .transform((it) => it ?? []),
  webLink: text,
  isDraft: z.boolean().nullish(),
})

const stub = z.looseObject({ id: z.string().min(1), '@removed': z.unknown().optional() })
const headline = z.object({ internetMessageId: z.string().min(1) })

/** A mail whose body nobody has looked into yet, and whose attachments and act nobody has asked for. */
export type Unopened = Omit<MailMessage, 'body' | 'attachments' | 'actId'>

/** One item of a page: a mail; nothing that is news; or what can't be read, and why, for a person. */
export type ReadItem =
  | {
      is: 'mail'
      mail: Unopened
      body: z.infer<typeof messageBody>
      hasAttachments: boolean
      sensitivity: Sensitivity | null
    }
  | { is: 'nothing' }
  | { is: 'unreadable'; ref: string; why: string }

/**
 * Reads one item. A removed message is no news, nor is a draft, nor an item of nothing but an id and flags: Graph's way
 * to say that a known message was read or flagged.
 */
export function readItem(raw: unknown, folder: MailMessage['folder']): ReadItem {
  const known = stub.safeParse(raw)
  if (known.success && (known.data['@removed'] !== undefined || isFlagsOnly(known.data)))
    return { is: 'nothing' }
  const parsed = message.safeParse(raw)
  if (!parsed.success) return { is: 'unreadable', ref: refOf(raw), why: whyUnreadable(parsed.error) }
  const { data } = parsed
  if (data.isDraft === true) return { is: 'nothing' }
  const mail: Unopened = {
    id: data.id,
    internetMessageId: data.internetMessageId || null,
    conversationId: data.conversationId || data.id,
    folder,
    subject: data.subject,
    from: data.from ?? data.sender,
    to: data.toRecipients,
    cc: data.ccRecipients,
    at: data.receivedDateTime,
    url: data.webLink,
    isEvent: /eventMessage/i.test(data['@odata.type']),
    headers: data.internetMessageHeaders,
  }
  const hasAttachments = data.hasAttachments === true
  return { is: 'mail', mail, body: data.body, hasAttachments, sensitivity: sensitivityOf(raw) }
}

const LONGEST_TEXT = 1_000_000

/** A body as text, its history and what nobody sees apart. */
export function bodyOf(body: z.infer<typeof messageBody>): MailMessage['body'] {
  const content = body?.content ?? ''
  if (body?.contentType?.toLowerCase() === 'html') return htmlText(content)
  return { text: content.slice(0, LONGEST_TEXT).toWellFormed(), quoted: '', signature: '', hidden: '' }
}

const CONTENT = ['subject', 'from', 'body', 'receivedDateTime', 'toRecipients']

function isFlagsOnly(item: object): boolean {
  return CONTENT.every((field) => !Object.hasOwn(item, field))
}

function refOf(raw: unknown): string {
  const named = headline.safeParse(raw)
  if (named.success) return named.data.internetMessageId
  const known = stub.safeParse(raw)
  return known.success ? `<${known.data.id}>` : 'a mail without an id'
}

function whyUnreadable(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined || issue.path.length === 0) return 'it is not a mail as Microsoft describes one'
  return `its field ${issue.path.map(String).join('.')} is not as expected: ${issue.message}`
}
