import { z } from 'zod'
import type { MailMessage } from '#src/domain/mail-change.ts'
import { ACT_PROPERTY, EXPAND_ACT } from './act-mark.ts'
import type { CallGraph } from './call-graph.ts'
import { OutlookRefused, OutlookUnavailable } from './outlook-errors.ts'
import { MESSAGE_FIELDS, messagePage, readItem, type MessagePage } from './wire.ts'

type Folder = MailMessage['folder']
const FOLDERS: readonly Folder[] = ['inbox', 'sentitems']

/** Where a read of each folder goes on: Graph's own links. */
export type MailMarks = Partial<Record<Folder, string | undefined>>

type Read = { mails: MailMessage[]; unreadable: { ref: string; why: string }[] }
/** A page of one folder. `marks`: where a later read goes on once this page is kept. */
export type MailPage = Read & { marks: MailMarks; isLast: boolean }

/** Graph may repeat pages for ever if it is broken; a mailbox with more than this is read in the next check. */
const MOST_PAGES = 2_000

/**
 * What came into inbox and sent items since the marks, and without a mark everything since a time. When Graph has forgotten
 * a mark (410) the folder is read from that time again, within the same read; known mails then recur and must be dropped.
 */
export async function* changedMail(call: CallGraph, marks: MailMarks, since: Date): AsyncGenerator<MailPage> {
  const next: MailMarks = { ...marks }
  for (const folder of FOLDERS) {
    const seen = new Set<string>()
    let from = marks[folder]
    let restarted = false
    for (let count = 0; ; count++) {
      if (count > MOST_PAGES)
        throw new OutlookUnavailable('The mailbox never comes to an end.', `GET ${folder}`)
      const page = await askPage(call, folder, from, since)
      if (page === 'forgotten') {
        if (restarted)
          throw new OutlookUnavailable('Microsoft keeps forgetting where we were.', `GET ${folder}`)
        restarted = true
        from = undefined
        continue
      }
      const deltaLink = page['@odata.deltaLink']
      from = page['@odata.nextLink'] ?? deltaLink
      const read = await readPage(call, page, folder, seen)
      const isDone = deltaLink !== undefined && page['@odata.nextLink'] === undefined
      if (from !== undefined) next[folder] = from
      yield { ...read, marks: { ...next }, isLast: isDone && folder === FOLDERS.at(-1) }
      if (isDone) break
      if (from === undefined) throw new OutlookUnavailable('A page leads nowhere.', `GET ${folder}`)
    }
  }
}

async function askPage(call: CallGraph, folder: Folder, from: string | undefined, since: Date) {
  const query = { $select: MESSAGE_FIELDS, $filter: `receivedDateTime ge ${since.toISOString()}` }
  const path = `/mailFolders/${folder}/messages/delta`
  try {
    const asked = from === undefined ? { path, query } : { path: from }
    return await call({ method: 'GET', ...asked, isPage: true }, messagePage)
  } catch (error) {
    if (error instanceof OutlookRefused && error.status === 410) return 'forgotten'
    throw error
  }
}

/** The mails of one page, each with its attachments' names and, of a sent one, its act. What was `seen` is passed over. */
export async function readPage(
  call: CallGraph,
  page: MessagePage,
  folder: Folder,
  seen: Set<string>,
): Promise<Read> {
  const found: Read = { mails: [], unreadable: [] }
  for (const raw of page.value) {
    const item = readItem(raw, folder)
    if (item.is === 'unreadable') found.unreadable.push({ ref: item.ref, why: item.why })
    if (item.is !== 'mail' || seen.has(item.mail.id)) continue
    seen.add(item.mail.id)
    const { mail } = item
    found.mails.push({
      ...mail,
      attachments: item.hasAttachments ? await attachmentNames(call, mail.id) : [],
      actId: folder === 'sentitems' ? await actOf(call, mail.id) : null,
    })
  }
  return found
}

const names = z.object({ value: z.array(z.object({ name: z.string().nullish() })) })

async function attachmentNames(call: CallGraph, id: string): Promise<string[]> {
  const path = `/messages/${encodeURIComponent(id)}/attachments`
  const found = await unlessGone(call({ method: 'GET', path, query: { $select: 'name,size' } }, names))
  return (found?.value ?? []).map(({ name }) => name ?? 'unnamed')
}

const marked = z.object({
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() })).optional(),
})

async function actOf(call: CallGraph, id: string): Promise<string | null> {
  const query = { $select: 'id', $expand: EXPAND_ACT }
  const found = await unlessGone(
    call({ method: 'GET', path: `/messages/${encodeURIComponent(id)}`, query }, marked),
  )
  const property = found?.singleValueExtendedProperties?.find(
    (it) => it.id.toLowerCase() === ACT_PROPERTY.toLowerCase(),
  )
  return property?.value ?? null
}

/** A mail may be deleted between two requests. */
async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof OutlookRefused && error.status === 404) return undefined
    throw error
  }
}
