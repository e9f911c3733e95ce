import { z } from 'zod'
import type { MailMessage } from '#src/domain/mail-change.ts'
import type { MailAddress } from '#src/domain/mail.ts'
import { htmlText } from './html-text.ts'

/** A page of messages, which are parsed one by one, so that one bad message spoils no other. */
export const messagePage = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
})
export type MessagePage = z.infer<typeof messagePage>

/** What is asked of every message. Source: Microsoft Graph v1.0, message. */
export const MESSAGE_FIELDS = [
  'id',
  'conversationId',
  'internetMessageId',
  'subject',
  'from',
  'sender',
  'toRecipients',
  'ccRecipients',
  'receivedDateTime',
  'body',
  'hasAttachments',
  'internetMessageHeaders',
  'webLink',
  'isDraft',
].join(',')

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
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
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

/** One item of a page: a mail; nothing that is news; or what can't be read, and why, for a person. */
export type ReadItem =
  | { is: 'mail'; mail: MailMessage; hasAttachments: boolean }
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
  const mail: MailMessage = {
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
    body: bodyOf(data.body),
    attachments: [],
    actId: null,
  }
  return { is: 'mail', mail, hasAttachments: data.hasAttachments === true }
}

const LONGEST_TEXT = 1_000_000

function bodyOf(body: z.infer<typeof message>['body']): MailMessage['body'] {
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
