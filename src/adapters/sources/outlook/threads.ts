import { z } from 'zod'
import type { CallGraph } from './call-graph.ts'

const page = z.object({
  value: z.array(
    z.object({ receivedDateTime: z.iso.datetime({ offset: true }), isDraft: z.boolean().nullish() }),
  ),
  '@odata.nextLink': z.string().optional(),
})
const MOST_PAGES = 20

/** When somebody last wrote in a conversation, in whatever folder it is now (ISO, UTC); null if nothing is left of it. */
export async function newestInThread(call: CallGraph, conversationId: string): Promise<string | null> {
  // No $orderby: together with this filter Graph calls it too complex.
  const query = {
    $filter: `conversationId eq '${conversationId.replaceAll("'", "''")}'`,
    $select: 'receivedDateTime,isDraft',
  }
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
