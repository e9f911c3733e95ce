import { z } from 'zod'
import type { Answer } from '#src/sandbox/vendor/answer.ts'
import { listOf, noSuchIssue, pageBean, readBody, refused } from './answer.ts'
import type { Asked, Route } from './answer.ts'
import { issueJson, withProperties } from './issue-json.ts'
import type { Site } from './site.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'

/** One issue, its changelog, many changelogs at once, and issue properties. */
export const issueRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/issue\/([^/]+)$/,
    run: (site, asked, [id = '']) => {
      const view = site.find(id, asked.at)
      if (view === undefined) return noSuchIssue
      const fields = listOf(asked.query, 'fields').filter((name) => name !== '')
      const changelog = listOf(asked.query, 'expand').includes('changelog')
      const wanted = { fields: fields.length === 0 ? ['*all'] : fields, changelog, comments: Infinity }
      return { status: 200, body: issueJson(site, view, asked, wanted) }
    },
  },
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/issue\/([^/]+)\/changelog$/,
    run: (site, asked, [id = '']) => {
      const view = site.find(id, asked.at)
      if (view === undefined) return noSuchIssue
      return { status: 200, body: pageBean(view.histories.toReversed(), asked, 100) }
    },
  },
  {
    method: 'POST',
    path: /^\/rest\/api\/3\/changelog\/bulkfetch$/,
    run: (site, asked) => {
      const body = readBody(bulkBody, asked.body)
      return body.ok ? bulkFetch(site, asked, body.value) : body.answer
    },
  },
  {
    method: 'POST',
    path: /^\/rest\/api\/3\/issue\/bulkfetch$/,
    run: (site, asked) => {
      const body = readBody(manyBody, asked.body)
      return body.ok ? many(site, asked, body.value) : body.answer
    },
  },
  { method: 'GET', path: /^\/rest\/api\/3\/issue\/([^/]+)\/properties$/, run: propertyKeys },
  { method: 'GET', path: /^\/rest\/api\/3\/issue\/([^/]+)\/properties\/([^/]+)$/, run: readProperty },
  { method: 'PUT', path: /^\/rest\/api\/3\/issue\/([^/]+)\/properties\/([^/]+)$/, run: writeProperty },
]

const manyBody = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1).max(100),
  fields: z.array(z.string()).default(['*all']),
  properties: z.array(z.string()).max(5).default([]),
})

/** In ascending order of id, under the keys that they have now; those that can't be given are named apart. */
function many(site: Site, asked: Asked, wanted: z.infer<typeof manyBody>): Answer {
  const found = new Map<string, Vendor>()
  const issueErrors: Vendor[] = []
  for (const id of wanted.issueIdsOrKeys) {
    const view = site.find(id, asked.at)
    const json = { fields: wanted.fields, changelog: false, comments: Infinity }
    if (view) found.set(view.id, withProperties(issueJson(site, view, asked, json), view, wanted.properties))
    else
      issueErrors.push({ id, errorMessage: 'Issue does not exist or you do not have permission to see it.' })
  }
  const issues = [...found].sort(([a], [b]) => Number(a) - Number(b)).map(([, issue]) => issue)
  return { status: 200, body: { expand: 'names,schema,operations,editmeta,changelog', issues, issueErrors } }
}

const bulkBody = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1).max(1000),
  fieldIds: z.array(z.string()).max(10).optional(),
  maxResults: z.number().int().positive().max(10_000).default(1000),
  nextPageToken: z.string().regex(/^\d+$/).nullish(),
})

/** Oldest change first over all the issues asked for, then grouped by issue. */
function bulkFetch(site: Site, asked: Asked, wanted: z.infer<typeof bulkBody>): Answer {
  const views = wanted.issueIdsOrKeys.flatMap((id) => site.find(id, asked.at) ?? [])
  const all = views
    .flatMap((view) => view.histories.map((history) => ({ issueId: view.id, history })))
    .filter(({ history }) => wanted.fieldIds === undefined || touches(site, history.items, wanted.fieldIds))
    .sort(
      (a, b) =>
        Date.parse(a.history.created) - Date.parse(b.history.created) ||
        Number(a.issueId) - Number(b.issueId),
    )
  const start = Number(wanted.nextPageToken ?? 0)
  const next = start + Math.min(wanted.maxResults, asked.pageSize ?? wanted.maxResults)
  const shown = all.slice(start, next)
  const issueChangeLogs = [...new Set(shown.map((it) => it.issueId))].map((issueId) => ({
    issueId,
    changeHistories: shown.flatMap((it) => (it.issueId === issueId ? it.history : [])),
  }))
  return {
    status: 200,
    body: { issueChangeLogs, ...(next < all.length && { nextPageToken: String(next) }) },
  }
}

type Items = Parameters<Site['catalogue']['fieldIdOf']>[0][]

function touches(site: Site, items: Items, fieldIds: readonly string[]): boolean {
  return items.some((item) => fieldIds.includes(site.catalogue.fieldIdOf(item)))
}

function propertyKeys(site: Site, asked: Asked, [id = '']: string[]): Answer {
  const view = site.find(id, asked.at)
  if (view === undefined) return noSuchIssue
  const written = site.journal
    .of(view.id)
    .flatMap((it) => (it.kind === 'property' && Date.parse(it.at) <= asked.at ? it.id : []))
  const keys = [...new Set([...view.properties.map(({ key }) => key), ...written])]
  const self = (key: string) => `${asked.base}/rest/api/3/issue/${view.id}/properties/${key}`
  return { status: 200, body: { keys: keys.map((key) => ({ self: self(key), key })) } }
}

function readProperty(site: Site, asked: Asked, [id = '', key = '']: string[]): Answer {
  const view = site.find(id, asked.at)
  if (view === undefined) return noSuchIssue
  const record = site.journal
    .of(view.id)
    .filter((it) => it.kind === 'property' && it.id === key && Date.parse(it.at) <= asked.at)
    .at(-1)
  if (record?.kind !== 'property') return refused(404, `The property ${key} does not exist.`)
  return { status: 200, body: { key, value: record.value } }
}

function writeProperty(site: Site, asked: Asked, ids: string[]): Answer {
  const [id = '', key = ''] = ids
  const view = site.find(id, asked.at)
  if (view === undefined) return noSuchIssue
  if (asked.body === undefined) return refused(400, 'The property value is not valid JSON.')
  const known = readProperty(site, asked, ids).status === 200
  const at = new Date(asked.at).toISOString()
  site.journal.add({ kind: 'property', at, issueId: view.id, id: key, value: asked.body })
  return { status: known ? 200 : 201, body: {} }
}
