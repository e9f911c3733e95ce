import { z } from 'zod'
import { jsonOrNothing } from '#src/adapters/sources/http.ts'
import type { Answer } from '#src/sandbox/vendor/answer.ts'
import { listOf, numberOf, readBody, refused } from './answer.ts'
import type { Asked, Route } from './answer.ts'
import { clip, issueJson, withProperties } from './issue-json.ts'
import { BadJql, compareBy, parseJql } from './jql.ts'
import type { Candidate } from './jql.ts'
import type { Site } from './site.ts'

const searchBody = z.object({
  jql: z.string().default(''),
  fields: z.array(z.string()).default([]),
  expand: z.string().default(''),
  maxResults: z.number().int().min(0).default(50),
  nextPageToken: z.string().nullish(),
  /** Entity properties to send along, five at most. */
  properties: z.array(z.string()).max(5).default([]),
  /** Ids of issues that are shown as they are now, whatever the index says. */
  reconcileIssues: z.array(z.number().int()).max(50).default([]),
})
type Search = z.infer<typeof searchBody>

/** `/rest/api/3/search/jql`: bounded queries, pages by token, no total. The index they ask may be behind (fault `lag`). */
export const searchRoutes: Route[] = [
  {
    method: 'POST',
    path: /^\/rest\/api\/3\/search\/jql$/,
    run: (site, asked) => {
      const body = readBody(searchBody, asked.body)
      return body.ok ? search(site, asked, body.value) : body.answer
    },
  },
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/search\/jql$/,
    run: (site, asked) =>
      search(site, asked, {
        jql: asked.query.get('jql') ?? '',
        fields: listOf(asked.query, 'fields'),
        expand: listOf(asked.query, 'expand').join(','),
        maxResults: numberOf(asked.query, 'maxResults', 50, 5000),
        nextPageToken: asked.query.get('nextPageToken'),
        properties: listOf(asked.query, 'properties').filter((name) => name !== ''),
        reconcileIssues: listOf(asked.query, 'reconcileIssues')
          .filter((id) => id !== '')
          .map(Number),
      }),
  },
  {
    method: 'POST',
    path: /^\/rest\/api\/3\/search\/approximate-count$/,
    run: (site, asked) => {
      const body = readBody(z.object({ jql: z.string() }), asked.body)
      return body.ok ? count(site, asked, body.value.jql) : body.answer
    },
  },
]

function count(site: Site, asked: Asked, jql: string): Answer {
  try {
    const query = parseJql(jql, { timeZone: site.timeZone, projects: site.catalogue.projectKeys })
    return { status: 200, body: { count: site.candidates(asked.indexedAt).filter(query.matches).length } }
  } catch (error) {
    if (error instanceof BadJql) return refused(400, error.message)
    throw error
  }
}

function search(site: Site, asked: Asked, wanted: Search): Answer {
  try {
    return { status: 200, body: page(site, asked, wanted) }
  } catch (error) {
    if (error instanceof BadJql) return refused(400, error.message)
    throw error
  }
}

function page(site: Site, asked: Asked, wanted: Search) {
  const query = parseJql(wanted.jql, { timeZone: site.timeZone, projects: site.catalogue.projectKeys })
  const compare = compareBy(query.order)
  const token = wanted.nextPageToken
  const after = token === null || token === undefined ? undefined : readToken(token, wanted.jql)
  const found = indexed(site, asked, wanted.reconcileIssues)
    .filter((issue) => query.matches(issue) && (after === undefined || compare(issue, after) > 0))
    .sort(compare)
  const most = wanted.fields.every((name) => name === 'id' || name === 'key') ? 5000 : 100
  const shown = found.slice(0, Math.min(wanted.maxResults, most, asked.pageSize ?? most))
  const last = shown.at(-1)
  const isLast = shown.length === found.length || last === undefined
  const changelog = wanted.expand.split(',').includes('changelog')
  const json = { fields: wanted.fields, changelog, comments: clip.comments }
  return {
    issues: shown.flatMap(({ id }) => {
      const at = wanted.reconcileIssues.includes(id) ? asked.at : asked.indexedAt
      const view = site.view(String(id), at)
      if (view === undefined) return []
      return withProperties(issueJson(site, view, { ...asked, at }, json), view, wanted.properties)
    }),
    ...(!isLast && { nextPageToken: writeToken(last, wanted.jql) }),
    isLast,
  }
}

/** The issues as the index has them; those to be reconciled as they are now. */
function indexed(site: Site, { at, indexedAt }: Asked, reconciled: number[]): Candidate[] {
  if (at === indexedAt || reconciled.length === 0) return site.candidates(indexedAt)
  const isReconciled = ({ id }: Candidate) => reconciled.includes(id)
  return [
    ...site.candidates(indexedAt).filter((it) => !isReconciled(it)),
    ...site.candidates(at).filter(isReconciled),
  ]
}

const tokenShape = z.object({
  jql: z.string(),
  after: z.object({
    id: z.number(),
    key: z.string(),
    project: z.string(),
    created: z.number(),
    updated: z.number(),
  }),
})

/** A token remembers the last issue shown, so an issue that moves while we page can't hide another. */
function writeToken(after: Candidate, jql: string): string {
  return Buffer.from(JSON.stringify({ jql, after })).toString('base64url')
}

function readToken(token: string, jql: string): Candidate {
  const parsed = tokenShape.safeParse(jsonOrNothing(Buffer.from(token, 'base64url').toString('utf8')))
  if (parsed.success && parsed.data.jql === jql) return parsed.data.after
  throw new BadJql('The provided next page token is invalid or expired.')
}
