import { describe, expect, it } from 'vitest'
import { STORY_FIELDS, TASK_FIELDS } from '#src/adapters/sources/asana/wire.ts'
import { isVendor, type Vendor } from '#src/sandbox/vendor/value.ts'
import { DOCUMENTED, OPT_FIELDS } from '../fixtures/asana-documented.ts'
import { accessToken, anAsanaWorkspace, rooms, taskFile } from '../fixtures/asana-workspace.ts'

const workspace = anAsanaWorkspace()
const project = rooms.projects[0]?.asana ?? ''
const friday = '2026-11-13T17:30:00Z'

async function ask(path: string, init: { method?: string; data?: unknown; bearer?: string } = {}) {
  const { method = 'GET', data, bearer = accessToken } = init
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
  const body = data === undefined ? {} : { body: JSON.stringify({ data }) }
  const response = await fetch(workspace.double().url + path, { method, headers, ...body })
  const answer: unknown = await response.json()
  return { status: response.status, headers: response.headers, body: isVendor(answer) ? answer : {} }
}

const records = ({ data }: Vendor): Vendor[] => (Array.isArray(data) ? data : [data]).filter(isVendor)

type Kind = keyof typeof DOCUMENTED
const typesOf = (kind: Kind) =>
  new Map(
    DOCUMENTED[kind]
      .trim()
      .split(/\s+/)
      .map((pair) => split(pair)),
  )
const split = (pair: string): [string, string] => [
  pair.slice(0, pair.indexOf(':')),
  pair.slice(pair.indexOf(':') + 1),
]

/** What a record has that Asana does not document, or of another type. */
function strangeIn(record: Vendor, kind: Kind): string[] {
  const types = typesOf(kind)
  return Object.entries(record).flatMap(([name, value]) => {
    const type = types.get(name)
    if (type === undefined) return [`${kind}.${name} is not documented`]
    return value === null || isOf(value, type) ? [] : [`${kind}.${name} is no ${type}`]
  })
}

function isOf(value: unknown, type: string): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isVendor(value)
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    case 'date-time':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

describe('the double has the fields that Asana documents, of their types', () => {
  it('of a task, its fields, its people and its section', async () => {
    workspace.at(friday)
    for (const { gid } of rooms.tasks) {
      const [task = {}] = records((await ask(`/tasks/${gid}`)).body)
      expect(strangeIn(task, 'task')).toEqual([])
      const fields = records({ data: task['custom_fields'] })
      expect(fields.flatMap((field) => strangeIn(field, 'custom_field'))).toEqual([])
      const options = fields.map((field) => field['enum_value']).filter(isVendor)
      expect(options.flatMap((option) => strangeIn(option, 'enum_option'))).toEqual([])
      const places = records({ data: task['memberships'] }).map((each) => each['section'])
      expect(places.filter(isVendor).flatMap((each) => strangeIn(each, 'section'))).toEqual([])
      const people = [task['assignee'], task['created_by']].filter(isVendor)
      expect(people.flatMap((person) => strangeIn(person, 'user'))).toEqual([])
    }
  })

  it('of a story, one that we wrote too', async () => {
    workspace.at(friday)
    const path = `/tasks/${taskFile(1).gid}/stories`
    const written = await ask(path, { method: 'POST', data: { text: 'Hello' } })
    expect(written.status).toBe(201)
    expect(records(written.body).flatMap((story) => strangeIn(story, 'story'))).toEqual([])
    for (const { gid } of rooms.tasks) {
      const { body } = await ask(
        `/tasks/${gid}/stories?limit=100&opt_fields=${[...typesOf('story').keys()].join()}`,
      )
      expect(records(body).flatMap((story) => strangeIn(story, 'story'))).toEqual([])
    }
  })

  it('of an event, and of what says that a token is not known', async () => {
    const first = await ask(`/events?resource=${project}`)
    expect(first.status).toBe(412)
    expect(first.body).toMatchObject({ sync: expect.any(String), errors: [{ message: expect.any(String) }] })
    expect(records({ data: first.body['errors'] }).flatMap((error) => strangeIn(error, 'error'))).toEqual([])
    workspace.at('2026-11-09T16:00:00Z')
    const { body } = await ask(`/events?resource=${project}&sync=${String(first.body['sync'])}`)
    expect(body).toMatchObject({ has_more: false, sync: expect.any(String) })
    expect(records(body)).toHaveLength(7)
    expect(records(body).flatMap((event) => strangeIn(event, 'event'))).toEqual([])
    workspace.at('2026-11-10T07:00:01Z')
    expect((await ask(`/events?resource=${project}&sync=${String(first.body['sync'])}`)).status).toBe(412)
  })

  it('of a page', async () => {
    const { body } = await ask(`/tasks?project=${project}&limit=4`)
    expect(records(body)).toHaveLength(4)
    expect(Object.keys(records(body)[0] ?? {})).toEqual(['gid', 'resource_type', 'resource_subtype', 'name'])
    const next = isVendor(body['next_page']) ? body['next_page'] : {}
    expect(strangeIn(next, 'next_page')).toEqual([])
    const second = await ask(String(next['path']))
    expect(records(second.body)).toHaveLength(4)
    expect((await ask(`/tasks?project=${project}&limit=4&offset=old`)).status).toBe(400)
    expect((await ask(`/tasks?project=${project}&limit=101`)).status).toBe(400)
  })
})

describe('the double refuses as Asana does', () => {
  it('who has no token, asks for nothing that is there, or writes nothing', async () => {
    expect(await ask('/users/me', { bearer: 'x' })).toMatchObject({ status: 401 })
    expect(await ask('/tasks/1')).toMatchObject({ status: 404 })
    expect(await ask('/events?resource=1')).toMatchObject({ status: 404 })
    expect(await ask('/tasks')).toMatchObject({ status: 400 })
    expect(await ask('/nowhere')).toMatchObject({ status: 404 })
    const path = `/tasks/${taskFile(1).gid}/stories`
    expect(await ask(path, { method: 'POST', data: {} })).toMatchObject({ status: 400 })
  })

  it('everybody, once it has asked to wait', async () => {
    workspace.double().setFaults([{ fault: '429', retryAfterSeconds: 30 }])
    const refused = await ask('/users/me')
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '30'])
    workspace.at('2026-11-09T07:00:20Z')
    expect((await ask('/users/me')).headers.get('Retry-After')).toBe('10')
    workspace.at('2026-11-09T07:00:31Z')
    expect((await ask('/users/me')).status).toBe(200)
  })
})

describe('what the adapter asks for', () => {
  // People may be looked into like any record; Asana's lists show their name only.
  const isPerson = (path: string) => /^(created_by|assignee)\.(name|email)$/.test(path)

  it.each([
    ['task', TASK_FIELDS],
    ['story', STORY_FIELDS],
  ] as const)('is documented, of a %s', (kind, asked) => {
    const known = new Set(OPT_FIELDS[kind].trim().split(/\s+/))
    expect(asked.split(',').filter((path) => !known.has(path) && !isPerson(path))).toEqual([])
  })
})
