import type { MailMessage } from '#src/domain/mail-change.ts'
import { looksAtHeadlines, type Privacy } from '#src/domain/privacy.ts'
import type { CallGraph } from './call-graph.ts'
import { foldersToRead } from './folders.ts'
import { OutlookRefused, OutlookUnavailable } from './outlook-errors.ts'
import { readPage, type Read } from './read-page.ts'
import { EXPAND_SENSITIVITY } from './sensitivity.ts'
import { HEADLINE_FIELDS, MESSAGE_FIELDS, messagePage } from './wire.ts'

type Folder = MailMessage['folder']

/** Where a read of each folder goes on: Graph's own links. `careful`: they bring no bodies. */
export type MailMarks = Partial<Record<Folder, string | undefined>> & { careful?: boolean | undefined }

/** A page of one folder. `marks`: where a later read goes on once this page is kept. */
export type MailPage = Read & { marks: MailMarks; isLast: boolean; resynced: boolean }

/**
 * `since`: from when a folder is read that has no mark. `lately`: from when one is read anew whose mark was good and brings
 * more than it may.
 */
export type MailQuestion = { marks: MailMarks; since: Date; lately: Date; privacy: Privacy }

/** Graph may repeat pages for ever if it is broken; a mailbox with more than this is read in the next check. */
const MOST_PAGES = 2_000

/**
 * What came into inbox and sent items since the marks, and without a mark everything since a time. When Graph has forgotten
 * a mark (410) the folder is read from that time again, within the same read; known mails then recur and must be dropped.
 *
 * What is never to be read is not asked for: no excluded folder, and no body before the sender is known. Graph keeps what it
 * was first asked for in its marks, so a mark that brings bodies is given up once somebody is excluded. The other way round
 * it is kept: what came in the meantime stays unread.
 */
export async function* changedMail(call: CallGraph, question: MailQuestion): AsyncGenerator<MailPage> {
  const { marks, privacy } = question
  const careful = marks.careful === true || looksAtHeadlines(privacy)
  const isGood = (marks.careful ?? false) === careful
  const folders = await foldersToRead(call, privacy)
  const next: MailMarks = careful ? { careful } : {}
  if (isGood) for (const folder of folders) next[folder] = marks[folder]
  for (const folder of folders) {
    const begin = !isGood && marks[folder] !== undefined ? question.lately : question.since
    const pages = pagesOf(call, folder, { from: next[folder], begin, careful })
    const seen = new Set<string>()
    for await (const { page, from, isDone, resynced } of pages) {
      const read = await readPage(call, page, { folder, seen, careful, privacy })
      if (from !== undefined) next[folder] = from
      yield { ...read, resynced, marks: { ...next }, isLast: isDone && folder === folders.at(-1) }
    }
  }
  if (folders.length === 0)
    yield { mails: [], unreadable: [], excluded: 0, resynced: false, marks: next, isLast: true }
}

type Round = { from: string | undefined; begin: Date; careful: boolean }

/** A folder's pages, each with the link that goes on after it. */
async function* pagesOf(call: CallGraph, folder: Folder, { from: first, begin, careful }: Round) {
  let from = first
  let resynced = false
  for (let count = 0; ; count++) {
    if (count > MOST_PAGES)
      throw new OutlookUnavailable('The mailbox never comes to an end.', `GET ${folder}`)
    const page = await askPage(call, folder, { from, begin, careful })
    if (page === 'forgotten') {
      if (resynced) throw new OutlookUnavailable('Microsoft keeps forgetting where we were.', `GET ${folder}`)
      resynced = true
      from = undefined
      continue
    }
    const deltaLink = page['@odata.deltaLink']
    const nextLink = page['@odata.nextLink']
    const isDone = deltaLink !== undefined && nextLink === undefined
    from = nextLink ?? deltaLink
    yield { page, from, isDone, resynced }
    if (isDone) return
    if (from === undefined) throw new OutlookUnavailable('A page leads nowhere.', `GET ${folder}`)
  }
}

async function askPage(call: CallGraph, folder: Folder, { from, begin, careful }: Round) {
  const fields = careful
    ? { $select: HEADLINE_FIELDS, $expand: EXPAND_SENSITIVITY }
    : { $select: MESSAGE_FIELDS }
  const query = { ...fields, $filter: `receivedDateTime ge ${begin.toISOString()}` }
  const path = `/mailFolders/${folder}/messages/delta`
  try {
    const asked = from === undefined ? { path, query } : { path: from }
    return await call({ method: 'GET', ...asked, isPage: true }, messagePage)
  } catch (error) {
    if (error instanceof OutlookRefused && error.status === 410) return 'forgotten'
    throw error
  }
}
