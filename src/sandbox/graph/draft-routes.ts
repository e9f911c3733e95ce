import type { Message } from '@microsoft/microsoft-graph-types'
import { z } from 'zod'
import type { Answer } from '#src/sandbox/vendor/answer.ts'
import { isVendor, type Vendor } from '#src/sandbox/vendor/value.ts'
import { notFound, refused } from './answer.ts'
import type { Asked, Route } from './answer.ts'
import type { Held, Mailbox } from './mailbox.ts'
import { messageJson } from './message-json.ts'
import { heldBy } from './message-routes.ts'

const recipients = z.array(
  z.object({ emailAddress: z.object({ name: z.string().optional(), address: z.email() }) }),
)
/** What may be written of a draft. */
const writeable = z.strictObject({
  subject: z.string().optional(),
  body: z.object({ contentType: z.enum(['text', 'html', 'Text', 'HTML']), content: z.string() }).optional(),
  toRecipients: recipients.optional(),
  ccRecipients: recipients.optional(),
  internetMessageHeaders: z
    .array(z.object({ name: z.string().regex(/^x-/i), value: z.string() }))
    .max(5)
    .optional(),
  singleValueExtendedProperties: z
    .array(z.object({ id: z.string().regex(/^String \{[0-9a-f-]{36}\} Name \w+$/i), value: z.string() }))
    .optional(),
})
/** What may be changed of a mail that was received. */
const flags = z.strictObject({ isRead: z.boolean().optional(), categories: z.array(z.string()).optional() })
const reply = z.strictObject({ message: writeable.optional(), comment: z.string().optional() }).optional()

/** Drafts: made, as replies too, changed and sent. */
export const draftRoutes: Route[] = [
  { method: 'POST', path: /^\/messages$/, run: (mailbox, asked) => newDraft(mailbox, asked) },
  {
    method: 'POST',
    path: /^\/messages\/([^/]+)\/createReply$/,
    run: (mailbox, asked, [id = '']) => newReply(mailbox, asked, heldBy(mailbox, asked, id)),
  },
  {
    method: 'PATCH',
    path: /^\/messages\/([^/]+)$/,
    run: (mailbox, asked, [id = '']) => change(mailbox, asked, heldBy(mailbox, asked, id)),
  },
  {
    method: 'POST',
    path: /^\/messages\/([^/]+)\/send$/,
    run: (mailbox, asked, [id = '']) => send(mailbox, asked, heldBy(mailbox, asked, id)),
  },
]

function newDraft(mailbox: Mailbox, asked: Asked): Answer {
  const parsed = writeable.safeParse(asked.body)
  if (!parsed.success) return badBody(parsed.error)
  return written(mailbox, asked, { ...emptyDraft(mailbox), ...parsed.data })
}

function newReply(mailbox: Mailbox, asked: Asked, original: Held | undefined): Answer {
  if (original === undefined) return notFound
  const parsed = reply.safeParse(asked.body)
  if (!parsed.success) return badBody(parsed.error)
  const { message } = original
  const subject = String(message.subject)
  const answers = String(message.internetMessageId)
  const toRecipients: unknown = original.folder === 'sentitems' ? message.toRecipients : [message.from]
  return written(mailbox, asked, {
    ...emptyDraft(mailbox),
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    conversationId: message.conversationId,
    toRecipients,
    body: { contentType: 'html', content: `<div id="appendonsend"></div><hr>${bodyText(message)}` },
    ...parsed.data?.message,
    internetMessageHeaders: [
      { name: 'In-Reply-To', value: answers },
      { name: 'References', value: answers },
    ],
  })
}

function emptyDraft(mailbox: Mailbox) {
  const { internetMessageId, conversationId } = mailbox.nextNames()
  return {
    internetMessageId,
    conversationId,
    subject: '',
    importance: 'normal',
    body: { contentType: 'text', content: '' },
    toRecipients: [],
    ccRecipients: [],
    bccRecipients: [],
    replyTo: [],
  } satisfies Message
}

function written(mailbox: Mailbox, asked: Asked, message: Vendor): Answer {
  const { id } = mailbox.nextNames()
  mailbox.journal.add({ kind: 'draft', at: new Date(asked.at).toISOString(), id, message })
  return { ...shown(mailbox, asked, id), status: 201 }
}

function change(mailbox: Mailbox, asked: Asked, held: Held | undefined): Answer {
  if (held === undefined) return notFound
  const schema: z.ZodType<Vendor> = held.message.isDraft === true ? writeable : flags
  const parsed = schema.safeParse(asked.body)
  if (!parsed.success) return badBody(parsed.error)
  mailbox.journal.add({
    kind: 'patch',
    at: new Date(asked.at).toISOString(),
    id: held.id,
    changes: parsed.data,
  })
  return shown(mailbox, asked, held.id)
}

function send(mailbox: Mailbox, asked: Asked, held: Held | undefined): Answer {
  if (held === undefined) return notFound
  if (held.message.isDraft !== true)
    return refused(400, 'ErrorInvalidOperation', 'The message was sent already.')
  const to: unknown = held.message.toRecipients
  if (!Array.isArray(to) || to.length === 0)
    return refused(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.')
  mailbox.journal.add({ kind: 'send', at: new Date(asked.at).toISOString(), id: held.id })
  return { status: 202 }
}

function shown(mailbox: Mailbox, asked: Asked, id: string): Answer {
  const held = mailbox.find(id, asked.at)
  return held ? { status: 200, body: messageJson(held, asked) } : notFound
}

function badBody(error: z.ZodError): Answer {
  const [issue] = error.issues
  const place = issue?.path.map(String).join('.') ?? ''
  return refused(400, 'ErrorInvalidRequest', `The property ${place} is not valid: ${issue?.message ?? ''}`)
}

function bodyText(message: Vendor): string {
  return isVendor(message.body) && typeof message.body.content === 'string' ? message.body.content : ''
}
