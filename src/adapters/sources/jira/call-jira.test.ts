import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { jiraCaller } from './call-jira.ts'
import {
  JiraRefused,
  JiraThrottled,
  JiraUnauthorised,
  JiraUnavailable,
  JiraUnreadable,
} from './jira-errors.ts'

function failWith(status: number, body = '', headers: Record<string, string> = {}) {
  const { call } = jiraCaller({
    baseUrl: 'https://example.atlassian.net/',
    email: 'a@example.com',
    apiToken: 't',
    fetch: () => Promise.resolve(new Response(body, { status, headers })),
  })
  return call(
    { method: 'GET', path: '/rest/api/3/myself' },
    z.object({ user: z.object({ id: z.string() }) }),
  ).catch((error: unknown) => error)
}

describe('a request to Jira', () => {
  it('carries basic auth and its parameters', async () => {
    const sent: { url: string; init: RequestInit | undefined }[] = []
    const { call } = jiraCaller({
      baseUrl: 'https://example.atlassian.net/',
      email: 'a@example.com',
      apiToken: 't',
      fetch: (url, init) => {
        sent.push({ url: url instanceof Request ? url.url : url.toString(), init })
        return Promise.resolve(Response.json({}))
      },
    })
    await call({ method: 'POST', path: '/x', query: { a: 'b c', n: 1 }, body: {} }, z.unknown())
    expect(sent[0]?.url).toBe('https://example.atlassian.net/x?a=b+c&n=1')
    expect(sent[0]?.init?.headers).toMatchObject({
      Authorization: `Basic ${Buffer.from('a@example.com:t').toString('base64')}`,
      'Content-Type': 'application/json',
    })
  })
})

describe('a failed request', () => {
  it.each([
    [401, JiraUnauthorised],
    [403, JiraUnauthorised],
    [429, JiraThrottled],
    [400, JiraRefused],
    [404, JiraRefused],
    [408, JiraUnavailable],
    [503, JiraUnavailable],
  ])('%i has its own error, which names the request', async (status, kind) => {
    const error = await failWith(status)
    expect(error).toBeInstanceOf(kind)
    expect(error).toHaveProperty('where', 'GET /rest/api/3/myself')
    expect(error).toHaveProperty('todo')
  })

  it.each([
    [{ 'Retry-After': '30', 'RateLimit-Reason': 'jira-burst-based' }, 30],
    [{ 'Retry-After': 'Fri, 20 Nov 2026 22:00:30 GMT', Date: 'Fri, 20 Nov 2026 22:00:00 GMT' }, 30],
    [{ 'X-RateLimit-Reset': '2026-11-20T22:02Z', Date: 'Fri, 20 Nov 2026 22:00:30 GMT' }, 90],
    [{}, 60],
  ])('429 with %j: wait %i s', async (headers, retryAfterSeconds) => {
    expect(await failWith(429, '', headers)).toMatchObject({ retryAfterSeconds })
  })

  it('503 with a time names it', async () => {
    expect(await failWith(503, '', { 'Retry-After': '30' })).toMatchObject({ retryAfterSeconds: 30 })
    expect(await failWith(503)).toMatchObject({ retryAfterSeconds: null })
  })

  it('hands on what Jira says', async () => {
    const said = JSON.stringify({ errorMessages: ['No.'], errors: { comment: 'Empty.' } })
    expect(await failWith(400, said)).toMatchObject({
      status: 400,
      what: 'Jira refused with 400: No. Empty.',
    })
    expect(await failWith(400, '<html>')).toMatchObject({ what: 'Jira refused with 400.' })
  })

  it('names the field that does not fit', async () => {
    expect(await failWith(200, '{"user":{"id":7}}')).toMatchObject({
      name: 'JiraUnreadable',
      path: 'user.id',
    })
    expect(await failWith(200, 'oops')).toBeInstanceOf(JiraUnreadable)
  })
})
