import { z } from 'zod'
import type { JiraIssue } from '#src/domain/jira-issue.ts'
import type { MarkedItem } from '#src/domain/proof.ts'
import { actProperty } from './act-property.ts'
import { changedSince } from './changed-since.ts'
import { JiraUnreadable } from './jira-errors.ts'
import type { JiraSite } from './site-facts.ts'

/** Which projects, and the stretch of Jira's time. */
export type MarkedQuery = { projects: readonly string[]; from: Date; to: Date }

/**
 * What stands in Jira with our mark since `from`: comments that carry it as a property, issues opened with it, and changes of
 * which a property of the issue tells. Whatever of ours a person has deleted since is not there.
 */
export async function markedItems(
  site: JiraSite,
  { projects, from, to }: MarkedQuery,
): Promise<MarkedItem[]> {
  const { timeZone, accountId } = await site.facts.whoAmI()
  const found = new Map<string, MarkedItem>()
  const isWithin = (at: string) => at >= from.toISOString() && at < to.toISOString()
  for await (const page of changedSince(site, { projects, since: from, timeZone })) {
    const [bad] = page.unreadable
    if (bad) throw new JiraUnreadable('', `${bad.key} can't be read: ${bad.why}.`, 'POST /search/jql')
    for (const issue of page.issues)
      for (const item of [...written(issue), ...(await changed(site, issue, { accountId, isWithin }))])
        if (isWithin(item.at)) found.set(`${item.what} ${item.id}`, item)
  }
  return [...found.values()]
}

function written({ key, actId, created, comments }: JiraIssue): MarkedItem[] {
  const place = 'jira' as const
  return [
    ...(actId === null ? [] : [{ place, what: 'ticket' as const, ref: key, id: key, actId, at: created }]),
    ...comments.flatMap((each) =>
      each.actId === null
        ? []
        : [{ place, what: 'comment' as const, ref: key, id: each.id, actId: each.actId, at: each.created }],
    ),
  ]
}

const keys = z.object({ keys: z.array(z.object({ key: z.string() })) })
/** What a hand notes on an issue before it changes it: the newest history of that moment. */
const note = z.object({
  value: z.object({ afterHistory: z.number(), toStatus: z.string().optional() }),
})

/** Asks for an issue's notes only where our account has changed it in the stretch. */
async function changed(
  site: JiraSite,
  issue: JiraIssue,
  { accountId, isWithin }: { accountId: string; isWithin(at: string): boolean },
): Promise<MarkedItem[]> {
  const mine = issue.histories.filter((it) => it.author?.accountId === accountId)
  if (!mine.some(({ at }) => isWithin(at))) return []
  const path = `/rest/api/3/issue/${encodeURIComponent(issue.key)}/properties`
  const all = await site.call({ method: 'GET', path }, keys)
  const notes = all.keys.filter(({ key }) => key.startsWith(`${actProperty}.`))
  const items = notes.map(async ({ key }): Promise<MarkedItem[]> => {
    const { value } = await site.call({ method: 'GET', path: `${path}/${encodeURIComponent(key)}` }, note)
    const made = mine.find(
      ({ id, items: fields }) =>
        Number(id) > value.afterHistory &&
        (value.toStatus === undefined ||
          fields.some(({ fieldId, after }) => fieldId === 'status' && isSame(after, value.toStatus))),
    )
    const actId = key.slice(actProperty.length + 1)
    return made ? [{ place: 'jira', what: 'change', ref: issue.key, id: made.id, actId, at: made.at }] : []
  })
  return (await Promise.all(items)).flat()
}

const isSame = (a: string | null, b = '') => a?.toLowerCase() === b.toLowerCase()
