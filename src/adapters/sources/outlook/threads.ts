import { z } from 'zod'
import type { MailMessage } from '#src/domain/mail-change.ts'
import { looksAtHeadlines, type Privacy } from '#src/domain/privacy.ts'
import type { CallGraph } from './call-graph.ts'
import { folderGuard } from './folders.ts'
import { readPage } from './read-page.ts'
import { EXPAND_SENSITIVITY } from './sensitivity.ts'
import { HEADLINE_FIELDS, MESSAGE_FIELDS, messagePage } from './wire.ts'

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

const whose = z.object({
  from: z.object({ emailAddress: z.object({ address: z.string() }) }).nullish(),
  parentFolderId: z.string().nullish(),
})

/** Whose mailbox it is, and what in it is never to be read. */
export type ThreadReader = { mailbox: string; privacy: Privacy }

/** The mails of a conversation with their bodies, oldest first, drafts and unreadable ones left out. */
export async function mailsOfThread(
  call: CallGraph,
  { mailbox, privacy }: ThreadReader,
  conversationId: string,
): Promise<MailMessage[]> {
  const careful = looksAtHeadlines(privacy) || privacy.folders.length > 0
  const fields = careful
    ? { $select: `${HEADLINE_FIELDS},parentFolderId`, $expand: EXPAND_SENSITIVITY }
    : { $select: MESSAGE_FIELDS }
  const query = { ...fields, $filter: inThread(conversationId) }
  const isClosed = folderGuard(call, privacy)
  const seen = new Set<string>()
  const mails: MailMessage[] = []
  let link: string | undefined
  for (let count = 0; count < MOST_PAGES; count++) {
    const asked = link === undefined ? { path: '/messages', query } : { path: link }
    const found = await call({ method: 'GET', ...asked, isPage: true }, messagePage)
    for (const raw of found.value) {
      const { from, parentFolderId } = whose.safeParse(raw).data ?? {}
      if (parentFolderId && (await isClosed(parentFolderId))) continue
      const isOwn = from?.emailAddress.address.toLowerCase() === mailbox.toLowerCase()
      const folder = isOwn ? 'sentitems' : 'inbox'
      mails.push(...(await readPage(call, { value: [raw] }, { folder, seen, careful, privacy })).mails)
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
