import { z } from 'zod'
import { textDocument, type Mention } from '#src/domain/jira-document.ts'
import type { JiraReceipt } from './receipt.ts'
import { actProperty } from './act-property.ts'
import { actsOf } from './site-facts.ts'
import type { JiraSite } from './site-facts.ts'
import { commentPage } from './wire-pages.ts'
import { wireComment } from './wire.ts'

/** Writes a comment of plain text, marked with the act that writes it. */
export async function writeComment(
  site: JiraSite,
  { key, text, actId, mentions = [] }: { key: string; text: string; actId: string; mentions?: Mention[] },
): Promise<JiraReceipt> {
  const body = { body: textDocument(text, mentions), properties: [{ key: actProperty, value: actId }] }
  const { id } = await site.call({ method: 'POST', path: pathOf(key), body }, z.object({ id: z.string() }))
  return receipt(site, key, id)
}

/** Looks for the comment that an act wrote, newest first, back to a quarter of an hour before `since` (clocks differ). */
export async function findComment(
  site: JiraSite,
  { key, actId, since }: { key: string; actId: string; since: Date },
): Promise<JiraReceipt | undefined> {
  const { accountId } = await site.facts.whoAmI()
  const oldest = new Date(since.getTime() - clockToleranceMs).toISOString()
  for (let startAt = 0; ;) {
    const query = { startAt, maxResults: 100, orderBy: '-created' }
    const page = await site.call({ method: 'GET', path: pathOf(key), query }, readPage)
    const mine = page.comments.filter((it) => it.author?.accountId === accountId && it.created >= oldest)
    const acts = await actsOf(
      site,
      mine.map((it) => it.id),
    )
    const found = mine.find((it) => acts.get(it.id) === actId)
    if (found !== undefined) return receipt(site, key, found.id)
    startAt += page.comments.length
    const last = page.comments.at(-1)
    if (last === undefined || last.created < oldest || startAt >= page.total) return undefined
  }
}

const readPage = commentPage.extend({ comments: z.array(wireComment) })
const clockToleranceMs = 900_000

function pathOf(key: string): string {
  return `/rest/api/3/issue/${encodeURIComponent(key)}/comment`
}

function receipt(site: JiraSite, key: string, id: string): JiraReceipt {
  return { id, url: `${site.baseUrl}/browse/${key}?focusedCommentId=${id}` }
}
