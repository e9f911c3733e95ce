import { z } from 'zod'
import type { Gone } from '../source.ts'
import type { CallJira } from './call-jira.ts'
import { JiraRefused } from './jira-errors.ts'

/** How many issues Jira looks up at once. */
const BATCH = 100

/** No search tells of an issue that went. Jira is asked for all of them at once, and again for each that did not come. */
export async function goneOf(call: CallJira, keys: readonly string[]): Promise<Gone[]> {
  const gone: Gone[] = []
  for (let start = 0; start < keys.length; start += BATCH) {
    const asked = keys.slice(start, start + BATCH)
    const body = { issueIdsOrKeys: asked, fields: ['project'] }
    const { issues } = await call({ method: 'POST', path: '/rest/api/3/issue/bulkfetch', body }, found)
    const there = new Set(issues.map(({ key }) => key))
    for (const ref of asked) {
      const movedTo = there.has(ref) ? ref : await keyNow(call, ref)
      if (movedTo !== ref) gone.push({ ref, movedTo })
    }
  }
  return gone
}

const keyed = z.object({ key: z.string() })
const found = z.object({ issues: z.array(keyed).default([]) })

/** An old key leads to the issue wherever it was moved; null: to none that we may see. */
async function keyNow(call: CallJira, key: string): Promise<string | null> {
  const path = `/rest/api/3/issue/${encodeURIComponent(key)}`
  try {
    return (await call({ method: 'GET', path, query: { fields: 'project' } }, keyed)).key
  } catch (error) {
    if (error instanceof JiraRefused && error.status === 404) return null
    throw error
  }
}
