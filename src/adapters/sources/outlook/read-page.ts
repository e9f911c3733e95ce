import { z } from 'zod'
import type { MailAttachment } from '#src/domain/mail.ts'
import type { MailMessage } from '#src/domain/mail-change.ts'
import { isExcluded, type Privacy } from '#src/domain/privacy.ts'
import { ACT_PROPERTY, EXPAND_ACT } from './act-mark.ts'
import type { CallGraph } from './call-graph.ts'
import { OutlookRefused } from './outlook-errors.ts'
import { bodyOf, messageBody, readItem, type MessagePage } from './wire.ts'

/** What a page brought. `excluded`: how many were left alone; nothing else is known of them afterwards. */
export type Read = { mails: MailMessage[]; unreadable: { ref: string; why: string }[]; excluded: number }

/** `seen`: mails of this read, which are passed over. `careful`: the page holds no bodies, so each is asked for. */
export type PageOf = { folder: MailMessage['folder']; seen: Set<string>; careful: boolean; privacy: Privacy }

/** The mails of one page, each with its attachments' names and sizes and, of a sent one, its act. */
export async function readPage(call: CallGraph, page: MessagePage, of: PageOf): Promise<Read> {
  const { folder, seen, careful, privacy } = of
  const found: Read = { mails: [], unreadable: [], excluded: 0 }
  for (const raw of page.value) {
    const item = readItem(raw, folder)
    if (item.is === 'unreadable') found.unreadable.push({ ref: item.ref, why: item.why })
    if (item.is !== 'mail' || seen.has(item.mail.id)) continue
    seen.add(item.mail.id)
    const { mail, sensitivity } = item
    if (isExcluded({ ...mail, sensitivity }, privacy)) {
      found.excluded += 1
      continue
    }
    found.mails.push({
      ...mail,
      body: careful ? await bodyAlone(call, mail.id) : bodyOf(item.body),
      attachments: item.hasAttachments ? await attachmentsOf(call, mail.id) : [],
      actId: folder === 'sentitems' ? await actOf(call, mail.id) : null,
    })
  }
  return found
}

const withBody = z.object({ body: messageBody })

/** Empty where the mail went meanwhile. */
async function bodyAlone(call: CallGraph, id: string): Promise<MailMessage['body']> {
  const found = await ofMessage(call, id, { query: { $select: 'body' } }, withBody)
  return bodyOf(found?.body)
}

const attachments = z.object({
  value: z.array(
    z.object({ name: z.string().nullish(), size: z.number().nullish(), isInline: z.boolean().nullish() }),
  ),
})

/** Pictures of a signature are parts of the text, not things that somebody attached. */
async function attachmentsOf(call: CallGraph, id: string): Promise<MailAttachment[]> {
  const query = { $select: 'name,size,contentType,isInline' }
  const found = await ofMessage(call, id, { below: '/attachments', query }, attachments)
  return (found?.value ?? [])
    .filter(({ isInline }) => isInline !== true)
    .map(({ name, size }) => ({ name: name ?? 'without a name', bytes: size ?? null }))
}

const withProperties = z.object({
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() })).optional(),
})

async function actOf(call: CallGraph, id: string): Promise<string | null> {
  const query = { $select: 'id', $expand: EXPAND_ACT }
  const found = await ofMessage(call, id, { query }, withProperties)
  const property = found?.singleValueExtendedProperties?.find(
    (it) => it.id.toLowerCase() === ACT_PROPERTY.toLowerCase(),
  )
  return property?.value ?? null
}

type Wanted = { below?: string; query: Record<string, string> }

/** Undefined where the mail is gone: it may be deleted between two requests. */
async function ofMessage<T>(
  call: CallGraph,
  id: string,
  { below = '', query }: Wanted,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  try {
    return await call({ method: 'GET', path: `/messages/${encodeURIComponent(id)}${below}`, query }, schema)
  } catch (error) {
    if (error instanceof OutlookRefused && error.status === 404) return undefined
    throw error
  }
}
