import type { MailFolder } from '@microsoft/microsoft-graph-types'
import type { Answer } from '#src/sandbox/vendor/answer.ts'
import { notFound, refused } from './answer.ts'
import type { Asked, Route } from './answer.ts'
import { messageFilter } from './filter.ts'
import type { Held, Mailbox } from './mailbox.ts'
import { displayName, folderId, folderOf, givenId, messageJson } from './message-json.ts'

/** Folders, lists of messages, one message and its attachments. */
export const messageRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/mailFolders\/([^/]+)$/,
    run: (mailbox, asked, [name = '']) => oneFolder(mailbox, asked, name),
  },
  {
    method: 'GET',
    path: /^\/mailFolders\/([^/]+)\/messages$/,
    run: (mailbox, asked, [name = '']) => list(mailbox, asked, name),
  },
  { method: 'GET', path: /^\/messages$/, run: (mailbox, asked) => list(mailbox, asked) },
  {
    method: 'GET',
    path: /^\/messages\/([^/]+)$/,
    run: (mailbox, asked, [id = '']) => {
      const held = heldBy(mailbox, asked, id)
      return held ? { status: 200, body: messageJson(held, asked) } : notFound
    },
  },
  {
    method: 'GET',
    path: /^\/messages\/([^/]+)\/attachments$/,
    run: (mailbox, asked, [id = '']) => {
      const held = heldBy(mailbox, asked, id)
      if (held === undefined) return notFound
      const value = held.attachments.map((it, index) => ({
        '@odata.type': '#microsoft.graph.fileAttachment',
        id: `${id}-${index}`,
        ...it,
      }))
      return { status: 200, body: { value } }
    },
  },
]

/** A message by the id that a client with these preferences was given. */
export function heldBy(mailbox: Mailbox, asked: Asked, id: string): Held | undefined {
  return mailbox.held(asked.at).find((it) => it.id === id || givenId(it, asked) === id)
}

function oneFolder(mailbox: Mailbox, asked: Asked, name: string): Answer {
  const folder = folderOf(name, mailbox.folders)
  if (folder === undefined) return refused(404, 'ErrorFolderNotFound', `There is no folder ${name}.`)
  const inIt = mailbox.held(asked.at).filter((it) => it.folder === folder)
  const body = {
    id: folderId(folder),
    displayName: displayName(folder),
    ...(folder !== 'msgfolderroot' && { parentFolderId: folderId('msgfolderroot') }),
    totalItemCount: inIt.length,
    unreadItemCount: inIt.filter(({ message }) => message.isRead === false).length,
  } satisfies MailFolder
  return { status: 200, body }
}

function list(mailbox: Mailbox, asked: Asked, name?: string): Answer {
  const folder = name === undefined ? undefined : folderOf(name, mailbox.folders)
  if (name !== undefined && folder === undefined)
    return refused(404, 'ErrorFolderNotFound', `There is no ${name}.`)
  const text = asked.query.get('$filter')
  const filter = text === null ? () => true : messageFilter(text)
  if (filter === undefined)
    return refused(400, 'ErrorInvalidUrlQueryFilter', `The double does not know ${text ?? ''}.`)
  const [sort = '', way] = (asked.query.get('$orderby') ?? '').split(' ')
  if (text !== null && sort !== '' && !text.startsWith(sort))
    return refused(
      400,
      'InefficientFilter',
      'The restriction or sort order is too complex for this operation.',
    )
  const found = mailbox
    .held(asked.at)
    .filter((it) => (folder === undefined || it.folder === folder) && filter(it.message))
    .sort(
      (a, b) =>
        order(a, b, sort === '' ? 'receivedDateTime' : sort) * (sort !== '' && way !== 'desc' ? 1 : -1),
    )
  const skip = Number(asked.query.get('$skip') ?? 0)
  const size = Number(asked.query.get('$top') ?? asked.pageSize)
  const next = new URL(asked.root + asked.path)
  for (const [key, value] of asked.query) next.searchParams.set(key, value)
  next.searchParams.set('$skip', String(skip + size))
  const value = found.slice(skip, skip + size).map((held) => messageJson(held, asked))
  const total = asked.query.get('$count') === 'true' ? { '@odata.count': found.length } : {}
  return {
    status: 200,
    body: { ...total, value, ...(skip + size < found.length && { '@odata.nextLink': next.href }) },
  }
}

function order(a: Held, b: Held, field: string): number {
  return String(a.message[field]).localeCompare(String(b.message[field]))
}
