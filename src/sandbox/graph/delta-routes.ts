import { z } from 'zod'
import type { Answer } from '#src/sandbox/vendor/answer.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'
import { refused } from './answer.ts'
import type { Asked, Route } from './answer.ts'
import { messageFilter } from './filter.ts'
import type { Held, Mailbox } from './mailbox.ts'
import { folderOf, givenId, messageJson } from './message-json.ts'

/** Everything a token stands for: Graph keeps the first call's parameters in it. */
const state = z.object({
  folder: z.string(),
  since: z.object({ at: z.number(), writes: z.number() }).optional(),
  at: z.number(),
  writes: z.number(),
  skip: z.number(),
  select: z.string().nullable(),
  expand: z.string().nullable(),
  filter: z.string().nullable(),
})
type State = z.infer<typeof state>

/** Graph's answer for a token that it no longer knows: begin again. */
export const syncStateNotFound = refused(
  410,
  'syncStateNotFound',
  'The sync state generation is not found; full sync is required.',
)

/** `messages/delta` of a folder: pages by `$skiptoken`, then a `$deltatoken` for what comes later. */
export const deltaRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/mailFolders\/([^/]+)\/messages\/delta$/,
    run: (mailbox, asked, [name = '']) => delta(mailbox, asked, name),
  },
]

function delta(mailbox: Mailbox, asked: Asked, name: string): Answer {
  const folder = folderOf(name, mailbox.folders)
  if (folder === undefined) return refused(404, 'ErrorFolderNotFound', `There is no folder ${name}.`)
  const token = asked.query.get('$skiptoken') ?? asked.query.get('$deltatoken')
  const now = { at: asked.at, writes: mailbox.journal.all().length }
  const round = token === null ? firstRound(folder, asked, now) : resumed(token, folder, now)
  if (round === 'bad filter')
    return refused(400, 'ErrorInvalidUrlQueryFilter', 'Only receivedDateTime ge or gt here.')
  if (round === 'forgotten') return syncStateNotFound
  return pageOf(mailbox, round, asked)
}

function firstRound(folder: string, asked: Asked, now: { at: number; writes: number }): State | 'bad filter' {
  const filter = asked.query.get('$filter')
  if (filter !== null && !/^receivedDateTime (ge|gt) \S+$/.test(filter)) return 'bad filter'
  const [select, expand] = [asked.query.get('$select'), asked.query.get('$expand')]
  return { folder, ...now, skip: -1, select, expand, filter }
}

/** A token of an earlier round begins the next one; one of this round goes on in it. */
function resumed(token: string, folder: string, now: { at: number; writes: number }): State | 'forgotten' {
  const read = readToken(token)
  if (read?.folder !== folder) return 'forgotten'
  if (read.skip >= 0) return read
  return { ...read, since: { at: read.at, writes: read.writes }, ...now, skip: 0 }
}

function pageOf(mailbox: Mailbox, round: State, asked: Asked): Answer {
  const items = itemsOf(mailbox, round, asked)
  // The first page of a first round is empty, as Graph's pages may be.
  const from = Math.max(round.skip, 0)
  const size = round.skip < 0 ? 0 : asked.pageSize
  const next = from + size
  const more = next < items.length
  const link = more
    ? { '@odata.nextLink': linkOf(asked, '$skiptoken', { ...round, skip: next }) }
    : { '@odata.deltaLink': linkOf(asked, '$deltatoken', { ...round, skip: -1 }) }
  return {
    status: 200,
    body: {
      '@odata.context': `${asked.root}/$metadata#Collection(message)`,
      ...link,
      value: items.slice(from, next),
    },
  }
}

function itemsOf(mailbox: Mailbox, round: State, asked: Asked): Vendor[] {
  const { came, flagged, left } = mailbox.changes(round.folder, round.since, round.at)
  const keeps = round.filter === null ? () => true : (messageFilter(round.filter) ?? (() => true))
  const { select, expand } = round
  const query = new URLSearchParams({
    ...(select === null ? {} : { $select: select }),
    ...(expand === null ? {} : { $expand: expand }),
  })
  const whole = (held: Held) => messageJson(held, { ...asked, query })
  return [
    ...came.filter(({ message }) => keeps(message)).map(whole),
    ...flagged.map((held) => ({
      id: givenId(held, asked),
      isRead: held.message.isRead,
      '@odata.etag': 'W/"changed"',
    })),
    ...left.map(({ id, reason }) => ({ id, '@removed': { reason } })),
  ]
}

function linkOf(asked: Asked, name: string, round: State): string {
  const token = Buffer.from(JSON.stringify(round)).toString('base64url')
  return `${asked.root}${asked.path}?${name}=${token}`
}

function readToken(token: string): State | undefined {
  try {
    return state.safeParse(JSON.parse(Buffer.from(token, 'base64url').toString())).data
  } catch {
    return undefined
  }
}
