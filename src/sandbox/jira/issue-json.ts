import type { CommentFile } from '#src/sandbox/scenario/vendor-files.ts'
import type { Asked } from './answer.ts'
import { withSprintsThen } from './edited-fields.ts'
import { jiraTime } from './issue-at.ts'
import type { IssueView } from './issue-at.ts'
import type { Site } from './site.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'

/** How many histories and, in a search, how many comments Jira sends along with an issue. */
export const clip = { histories: 100, comments: 20 }

/** What an answer should hold: fields (`*all`, names, `-name`), the changelog, and at most so many comments. */
type Wanted = { fields: string[]; changelog: boolean; comments: number }

/** An issue as the REST API writes it. */
export function issueJson(site: Site, view: IssueView, asked: Asked, wanted: Wanted): Vendor {
  const fields = chosen(allFields(site, view, asked, wanted.comments), wanted.fields)
  const histories = view.histories.slice(0, clip.histories)
  const onlyId = wanted.fields.length === 0 || wanted.fields.every((name) => name === 'id')
  if (onlyId && !wanted.changelog) return { id: view.id }
  return {
    expand: view.expand ?? 'operations,editmeta,changelog',
    id: view.id,
    self: `${asked.base}/rest/api/3/issue/${view.id}`,
    key: view.key,
    ...(wanted.changelog && {
      changelog: { startAt: 0, maxResults: histories.length, total: view.histories.length, histories },
    }),
    ...(Object.keys(fields).length > 0 && { fields }),
  }
}

/** A comment as the REST API writes it; its properties only when expanded. */
export function commentJson(view: IssueView, comment: CommentFile, asked: Asked, properties = false): Vendor {
  const { properties: own, ...rest } = comment
  return {
    jsdPublic: true,
    updateAuthor: comment.author,
    ...rest,
    self: `${asked.base}/rest/api/3/issue/${view.id}/comment/${comment.id}`,
    ...(properties && { properties: own ?? [] }),
  }
}

/** With the properties that were asked for, as it was opened with them; what was set later is read one by one. */
export function withProperties(issue: Vendor, { properties }: IssueView, wanted: string[]): Vendor {
  if (wanted.length === 0) return issue
  const found = properties.filter(({ key }) => wanted.includes(key)).map(({ key, value }) => [key, value])
  return { ...issue, properties: Object.fromEntries(found) }
}

function allFields(site: Site, view: IssueView, asked: Asked, most: number): Vendor {
  const comments = view.comments.slice(0, most).map((comment) => commentJson(view, comment, asked))
  return {
    ...withSprintsThen(view.fields, asked.at),
    updated: jiraTime(site.updated(view.id, asked.at)),
    comment: {
      comments,
      self: `${asked.base}/rest/api/3/issue/${view.id}/comment`,
      maxResults: comments.length,
      total: view.comments.length,
      startAt: 0,
    },
  }
}

function chosen(fields: Vendor, wanted: readonly string[]): Vendor {
  const all = wanted.includes('*all') || wanted.includes('*navigable')
  const without = new Set(wanted.filter((name) => name.startsWith('-')).map((name) => name.slice(1)))
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !without.has(name) && (all || wanted.includes(name))),
  )
}
