import { z } from 'zod'
import type { Answer } from '#src/sandbox/vendor/answer.ts'
import { listOf, noSuchIssue, numberOf, pageBean, readBody, refused } from './answer.ts'
import type { Asked, Route } from './answer.ts'
import { commentJson } from './issue-json.ts'
import type { Site } from './site.ts'
import { isVendor } from '#src/sandbox/vendor/value.ts'

const comments = /^\/rest\/api\/3\/issue\/([^/]+)\/comment$/
const oneComment = /^\/rest\/api\/3\/issue\/([^/]+)\/comment\/([^/]+)$/

/** Comments: read, write, delete, look up by ids, and their entity properties. */
export const commentRoutes: Route[] = [
  { method: 'GET', path: comments, run: readComments },
  { method: 'POST', path: comments, run: addComment },
  {
    method: 'GET',
    path: oneComment,
    run: (site, asked, [issueId = '', id = '']) => {
      const found = site.comment(id, asked.at)
      if (found === undefined || ![found.issue.id, found.issue.key].includes(issueId))
        return noSuchComment(id)
      return { status: 200, body: commentJson(found.issue, found.comment, asked) }
    },
  },
  {
    method: 'DELETE',
    path: oneComment,
    run: (site, asked, [, id = '']) => {
      const found = site.comment(id, asked.at)
      if (found === undefined) return noSuchComment(id)
      const at = new Date(asked.at).toISOString()
      site.journal.add({ kind: 'commentDeleted', at, issueId: found.issue.id, id })
      return { status: 204 }
    },
  },
  { method: 'POST', path: /^\/rest\/api\/3\/comment\/list$/, run: commentsByIds },
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/comment\/([^/]+)\/properties\/([^/]+)$/,
    run: (site, asked, [id = '', key = '']) => {
      const found = site.comment(id, asked.at)
      if (found === undefined) return noSuchComment(id)
      const properties: unknown = found.comment.properties
      const list: unknown[] = Array.isArray(properties) ? properties : []
      const property = list.find((it) => isVendor(it) && it.key === key)
      return property === undefined
        ? refused(404, `The property ${key} does not exist.`)
        : { status: 200, body: property }
    },
  },
]

function readComments(site: Site, asked: Asked, [id = '']: string[]): Answer {
  const view = site.find(id, asked.at)
  if (view === undefined) return noSuchIssue
  const newestFirst = asked.query.get('orderBy')?.startsWith('-') === true
  const all = newestFirst ? view.comments.toReversed() : view.comments
  const startAt = numberOf(asked.query, 'startAt', 0, all.length)
  const maxResults = Math.min(numberOf(asked.query, 'maxResults', 50, 100), asked.pageSize ?? 100)
  const shown = all.slice(startAt, startAt + maxResults).map((comment) => commentJson(view, comment, asked))
  return { status: 200, body: { startAt, maxResults, total: all.length, comments: shown } }
}

const newComment = z.object({
  body: z.looseObject({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.unknown()) }),
  properties: z.array(z.object({ key: z.string().min(1).max(255), value: z.unknown() })).default([]),
})

function addComment(site: Site, asked: Asked, [id = '']: string[]): Answer {
  const view = site.find(id, asked.at)
  if (view === undefined) return noSuchIssue
  const read = readBody(newComment, asked.body)
  if (!read.ok) return read.answer
  if (read.value.body.content.length === 0)
    return refused(400, '', { comment: 'Comment body can not be empty!' })
  const at = new Date(asked.at).toISOString()
  const commentId = site.nextId()
  site.journal.add({ kind: 'comment', at, issueId: view.id, id: commentId, ...read.value })
  const made = site.comment(commentId, asked.at)
  return made === undefined
    ? noSuchIssue
    : { status: 201, body: commentJson(made.issue, made.comment, asked) }
}

function commentsByIds(site: Site, asked: Asked): Answer {
  const read = readBody(z.object({ ids: z.array(z.number().int()).min(1).max(1000) }), asked.body)
  if (!read.ok) return read.answer
  const properties = listOf(asked.query, 'expand').includes('properties')
  const found = read.value.ids.flatMap((id) => site.comment(String(id), asked.at) ?? [])
  const values = found.map(({ issue, comment }) => commentJson(issue, comment, asked, properties))
  return { status: 200, body: pageBean(values, { ...asked, pageSize: undefined }, 1000) }
}

function noSuchComment(id: string): Answer {
  return refused(404, `Can not find a comment for the id: ${id}.`)
}
