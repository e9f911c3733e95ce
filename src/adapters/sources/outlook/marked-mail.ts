import { z } from 'zod'
import type { MarkedItem } from '#src/domain/proof.ts'
import { ACT_PROPERTY, EXPAND_ACT } from './act-mark.ts'
import type { CallGraph } from './call-graph.ts'
import { OutlookUnavailable } from './outlook-errors.ts'

const page = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      isDraft: z.boolean().nullish(),
      internetMessageId: z.string().nullish(),
      sentDateTime: z.iso.datetime({ offset: true }).nullish(),
      singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() })).nullish(),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
})
const MOST_PAGES = 50

/** The mails sent in a stretch that carry our mark, in whatever folder they are now. Only their headers are asked for. */
export async function markedMail(
  call: CallGraph,
  { from, to }: { from: Date; to: Date },
): Promise<MarkedItem[]> {
  const within = `sentDateTime ge ${from.toISOString()} and sentDateTime lt ${to.toISOString()}`
  const $select = 'id,isDraft,internetMessageId,sentDateTime'
  const query = { $filter: within, $select, $expand: EXPAND_ACT, $top: '200' }
  const found: MarkedItem[] = []
  let link: string | undefined
  for (let count = 0; count < MOST_PAGES; count++) {
    const asked = link === undefined ? { path: '/messages', query } : { path: link }
    const next = await call({ method: 'GET', ...asked, isPage: true }, page)
    for (const { id, isDraft, internetMessageId, sentDateTime, ...mail } of next.value) {
      const mark = mail.singleValueExtendedProperties?.find((each) => isOurs(each.id))
      if (!mark || isDraft === true || !sentDateTime) continue
      const at = new Date(sentDateTime).toISOString()
      const ref = internetMessageId ?? id
      found.push({ place: 'outlook', what: 'mail', ref, id, actId: mark.value, at })
    }
    link = next['@odata.nextLink']
    if (link === undefined) return found
  }
  throw new OutlookUnavailable('The mails of a day never come to an end.', 'GET /messages')
}

const isOurs = (id: string) => id.toLowerCase() === ACT_PROPERTY.toLowerCase()
