import { z } from 'zod'
import type { MailMessage } from '#src/domain/mail-change.ts'
import type { CallGraph } from './call-graph.ts'
import { readPage } from './changed-mail.ts'
import { MESSAGE_FIELDS, messagePage } from './wire.ts'

const page = z.object({
  value: z.array(
    z.object({ receivedDateTime: z.iso.datetime({ offset: true }), isDraft: z.boolean().nullish() }),
  ),
  '@odata.nextLink': z.string().optional(),
})
const MOST_PAGES = 20

/** When somebody last wrote in a conversation, in whatever folder it is now (ISO, UTC); null if nothing is left of it. */
export async function newestInThread(call: CallGraph, conversationId: string): Promise<string | null> {
  const query = { $filter: inThread(conversationId), $select: 'receivedDateTime,isDraft' }
  let newest = -Infinity
  let link: string | undefined
  for (let count = 0; count < MOST_PAGES; count++) {
    const found = await call(
      { method: 'GET', ...(link === undefined ? { path: '/messages', query } : { path: link }) },
      page,
    )
    for (const { receivedDateTime, isDraft } of found.value)
      if (isDraft !== true) newest = Math.max(newest, Date.parse(receivedDateTime))
    link = found['@odata.nextLink']
    if (link === undefined) break
  }
  return newest === -Infinity ? null : new Date(newest).toISOString()
}

const sender = z.object({ from: z.object({ emailAddress: z.object({ address: z.string() }) }) })

/** The mails of a conversation with their bodies, oldest first, drafts and unreadable ones left out. */
export async function mailsOfThread(
  call: CallGraph,
  mailbox: string,
  conversationId: string,
): Promise<MailMessage[]> {
  const query = { $filter: inThread(conversationId), $select: MESSAGE_FIELDS }
  const seen = new Set<string>()
  const mails: MailMessage[] = []
  let link: string | undefined
  for (let count = 0; count < MOST_PAGES; count++) {
    const asked = link === undefined ? { path: '/messages', query } : { path: link }
    const found = await call({ method: 'GET', ...asked, isPage: true }, messagePage)
    for (const raw of found.value) {
      const from = sender.safeParse(raw).data?.from.emailAddress.address.toLowerCase()
      const folder = from === mailbox.toLowerCase() ? 'sentitems' : 'inbox'
      mails.push(...(await readPage(call, { value: [raw] }, folder, seen)).mails)
    }
    link = found['@odata.nextLink']
    if (link === undefined) break
  }
  return mails.sort((a, b) => a.at.localeCompare(b.at))
}

/** Without an $orderby: together with this filter Graph calls it too complex. */
function inThread(conversationId: string): string {
  return `conversationId eq '${conversationId.replaceAll("'", "''")}'`
}
