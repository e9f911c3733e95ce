import { z } from 'zod'
import type { Answer } from '#src/sandbox/vendor/answer.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'
import { readBody, refused } from './answer.ts'
import type { Asked, Route } from './answer.ts'
import type { Site } from './site.ts'

const project = '([^/]+)'

/** What can be opened in a project, what that asks for, and opening it. */
export const createRoutes: Route[] = [
  {
    method: 'GET',
    path: new RegExp(`^/rest/api/3/issue/createmeta/${project}/issuetypes$`),
    run: (site, _, [key = '']) => {
      if (site.catalogue.project(key) === undefined) return noSuchProject(key)
      const issueTypes = site.catalogue.issueTypes
      return { status: 200, body: { ...page(issueTypes.length), issueTypes } }
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^/rest/api/3/issue/createmeta/${project}/issuetypes/([^/]+)$`),
    run: (site, _, [key = '', id = '']) => {
      if (site.catalogue.project(key) === undefined) return noSuchProject(key)
      const type = site.catalogue.issueTypes.find((each) => each.id === id)
      if (type === undefined) return refused(404, `The issue type ${id} does not exist.`)
      const fields = WANTED.map((fieldId) => field(fieldId, fieldId !== 'description'))
      return { status: 200, body: { ...page(fields.length), fields } }
    },
  },
  { method: 'POST', path: /^\/rest\/api\/3\/issue$/, run: open },
]

const WANTED = ['summary', 'issuetype', 'project', 'reporter', 'description']

const page = (total: number) => ({ startAt: 0, maxResults: 50, total })

function field(fieldId: string, required: boolean): Vendor {
  const name = fieldId.charAt(0).toUpperCase() + fieldId.slice(1)
  const schema = { type: fieldId === 'summary' ? 'string' : fieldId, system: fieldId }
  const hasDefaultValue = fieldId === 'reporter'
  return { fieldId, key: fieldId, name, required, hasDefaultValue, schema, operations: ['set'] }
}

const noSuchProject = (key: string) => refused(404, `No project could be found with key '${key}'.`)

const newIssue = z.object({
  fields: z.looseObject({
    project: z.looseObject({ key: z.string() }),
    issuetype: z.looseObject({ id: z.string() }),
    summary: z.string(),
    description: z.looseObject({ type: z.literal('doc'), version: z.literal(1) }).optional(),
  }),
  properties: z.array(z.object({ key: z.string().min(1).max(255), value: z.unknown() })).default([]),
})

function open(site: Site, asked: Asked): Answer {
  const read = readBody(newIssue, asked.body)
  if (!read.ok) return read.answer
  const { fields, properties } = read.value
  const errors = problemsOf(site, fields)
  if (Object.keys(errors).length > 0) return refused(400, '', errors)
  const [id, key] = [site.nextId(), site.nextKey(fields.project.key)]
  const type = site.catalogue.issueTypes.find((each) => each.id === fields.issuetype.id)
  const whole = { ...fields, project: site.catalogue.project(fields.project.key), issuetype: type }
  const at = new Date(asked.at).toISOString()
  site.open({ kind: 'issue', at, issueId: id, id, key, fields: whole, properties })
  return { status: 201, body: { id, key, self: `${asked.base}/rest/api/3/issue/${id}` } }
}

function problemsOf(site: Site, fields: z.infer<typeof newIssue>['fields']): Record<string, string> {
  const known = site.catalogue.issueTypes.some(({ id }) => id === fields.issuetype.id)
  const unknown = Object.keys(fields).filter((name) => !WANTED.includes(name))
  return {
    ...(site.catalogue.project(fields.project.key) === undefined && { project: 'valid project is required' }),
    ...(!known && { issuetype: 'Specify a valid issue type' }),
    ...(fields.summary.trim() === '' && { summary: 'You must specify a summary of the issue.' }),
    ...(fields.summary.length > 255 && { summary: 'Summary must be less than 255 characters.' }),
    ...Object.fromEntries(unknown.map((name) => [name, `Field '${name}' cannot be set.`])),
  }
}
