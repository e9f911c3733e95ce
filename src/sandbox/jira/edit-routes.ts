import { z } from 'zod'
import type { Answer } from '#src/sandbox/vendor/answer.ts'
import { asText, isVendor } from '#src/sandbox/vendor/value.ts'
import { noSuchIssue, readBody, refused } from './answer.ts'
import type { Asked, Route } from './answer.ts'
import { changeOf, EditRefused, type FieldChanged } from './edit-values.ts'
import type { IssueView } from './issue-at.ts'
import type { Site } from './site.ts'

/** Fields of an issue, its properties in the same write, and taking a link away. */
export const editRoutes: Route[] = [
  { method: 'PUT', path: /^\/rest\/api\/3\/issue\/([^/]+)$/, run: edit },
  { method: 'DELETE', path: /^\/rest\/api\/3\/issueLink\/([^/]+)$/, run: unlink },
]

const body = z.object({
  fields: z.record(z.string(), z.unknown()).default({}),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).default({}),
  properties: z.array(z.object({ key: z.string().min(1).max(255), value: z.unknown() })).default([]),
})

/** All of it or nothing, as Jira does: what one field refuses leaves the properties unwritten too. */
function edit(site: Site, asked: Asked, [id = '']: string[]): Answer {
  const view = site.find(id, asked.at)
  if (view === undefined) return noSuchIssue
  const read = readBody(body, asked.body)
  if (!read.ok) return read.answer
  const { fields, update, properties } = read.value
  const wanted: [string, { set: unknown } | { ops: Record<string, unknown>[] }][] = [
    ...Object.entries(fields).map(([fieldId, set]): [string, { set: unknown }] => [fieldId, { set }]),
    ...Object.entries(update).map(([fieldId, ops]): [string, { ops: Record<string, unknown>[] }] => [
      fieldId,
      { ops },
    ]),
  ]
  const done: FieldChanged[] = []
  const errors: Record<string, string> = {}
  for (const [fieldId, change] of wanted)
    try {
      done.push(changeOf(site, { view, at: asked.at }, fieldId, change))
    } catch (error) {
      if (!(error instanceof EditRefused)) throw error
      errors[fieldId] = error.message
    }
  if (Object.keys(errors).length > 0) return refused(400, '', errors)
  for (const each of done) write(site, asked, view, each)
  const at = new Date(asked.at).toISOString()
  for (const { key, value } of properties)
    site.journal.add({ kind: 'property', at, issueId: view.id, id: key, value })
  return { status: 204 }
}

function write(
  site: Site,
  asked: Asked,
  view: IssueView,
  { fieldId, value, item, mirrored }: FieldChanged,
): void {
  const at = new Date(asked.at).toISOString()
  if (item) site.journal.add({ kind: 'edit', at, issueId: view.id, id: site.nextId(), fieldId, value, item })
  const other = mirrored && site.find(mirrored.key, asked.at)
  if (!mirrored || !other) return
  const here = { kind: 'edit' as const, at, issueId: other.id, id: site.nextId(), fieldId }
  site.journal.add({ ...here, value: mirrored.value, item: null })
}

function unlink(site: Site, asked: Asked, [id = '']: string[]): Answer {
  const ends = site.candidates(asked.at).flatMap(({ id: issueId }) => {
    const view = site.view(String(issueId), asked.at)
    const links: unknown[] = view && Array.isArray(view.fields.issuelinks) ? view.fields.issuelinks : []
    return view && links.some((link) => isVendor(link) && asText(link.id) === id) ? [{ view, links }] : []
  })
  if (ends.length === 0) return refused(404, `No issue link with id '${id}' exists.`)
  for (const { view, links } of ends) {
    const gone = links.find((link) => isVendor(link) && asText(link.id) === id)
    const value = links.filter((link) => link !== gone)
    const other =
      isVendor(gone) && isVendor(gone.outwardIssue) ? (asText(gone.outwardIssue.key) ?? null) : null
    const item =
      other === null
        ? null
        : { field: 'Link', fieldtype: 'jira', from: other, fromString: other, to: null, toString: null }
    write(site, asked, view, { fieldId: 'issuelinks', value, item, mirrored: undefined })
    if (item === null)
      site.journal.add({
        ...{ kind: 'edit', at: new Date(asked.at).toISOString(), issueId: view.id, id: site.nextId() },
        ...{ fieldId: 'issuelinks', value, item },
      })
  }
  return { status: 200 }
}
