import { z } from 'zod'
import { linkIds } from './field-edits.ts'
import { JiraRefused } from './jira-errors.ts'
import type { JiraReceipt } from './receipt.ts'
import type { JiraSite } from './site-facts.ts'

type Unlink = { key: string; how: 'blocks' | 'relates to'; other: string }

/** Takes a link between two issues away. `JiraRefused` when there is none. */
export async function unlink(site: JiraSite, act: Unlink): Promise<JiraReceipt> {
  const [id] = await idsNow(site, act)
  if (id === undefined)
    throw new JiraRefused(null, `${act.key} has no such link.`, 'not sent', 'Nothing needs to be done.')
  await site.call({ method: 'DELETE', path: `/rest/api/3/issueLink/${id}` }, z.unknown())
  return receipt(site, act)
}

/** That a link is gone is all that can be asked: whoever took it away, it needs no taking away any more. */
export async function findUnlink(site: JiraSite, act: Unlink): Promise<JiraReceipt | undefined> {
  return (await idsNow(site, act)).length === 0 ? receipt(site, act) : undefined
}

async function idsNow(site: JiraSite, act: Unlink): Promise<string[]> {
  const path = `/rest/api/3/issue/${encodeURIComponent(act.key)}`
  const issue = z.object({ fields: z.record(z.string(), z.unknown()) })
  const { fields } = await site.call({ method: 'GET', path, query: { fields: 'issuelinks' } }, issue)
  return linkIds(fields, act)
}

function receipt(site: JiraSite, { key, how, other }: Unlink): JiraReceipt {
  return {
    id: `${key} ${other}`,
    url: `${site.baseUrl}/browse/${key}`,
    before: { id: other, words: `${how} ${other}` },
  }
}
