import { z } from 'zod'
import type { Privacy } from '#src/domain/privacy.ts'
import type { CallGraph } from './call-graph.ts'
import { foldersToRead } from './folders.ts'

/** A stretch of Graph's own time: after `since`, up to `upTo`. */
export type MailStretch = { since: Date; upTo: Date }

const page = z.object({
  '@odata.count': z.number().int().optional(),
  '@odata.nextLink': z.string().optional(),
  value: z.array(z.object({ id: z.string(), isDraft: z.boolean().nullish() })),
})
/** More than this in one stretch is a flood, which is counted when it is over. */
const MOST_PAGES = 5

/** How many mails Graph counts in the folders that are read, and their ids. Drafts are none. */
export async function countMail(
  call: CallGraph,
  privacy: Privacy,
  { since, upTo }: MailStretch,
): Promise<{ total: number; ids: string[] }> {
  const found: string[] = []
  let total = 0
  for (const folder of await foldersToRead(call, privacy)) {
    const within = `receivedDateTime gt ${since.toISOString()} and receivedDateTime le ${upTo.toISOString()}`
    const query = { $filter: within, $select: 'id,isDraft', $count: 'true', $top: '200' }
    let link: string | undefined
    for (let count = 0; count < MOST_PAGES; count++) {
      const asked = link === undefined ? { path: `/mailFolders/${folder}/messages`, query } : { path: link }
      const next = await call({ method: 'GET', ...asked, isPage: true }, page)
      const drafts = next.value.filter(({ isDraft }) => isDraft === true).length
      if (link === undefined) total += next['@odata.count'] ?? next.value.length
      total -= drafts
      found.push(...next.value.flatMap(({ id, isDraft }) => (isDraft === true ? [] : [id])))
      link = next['@odata.nextLink']
      if (link === undefined) break
    }
  }
  return { total, ids: found }
}
