import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  AsanaForgot,
  AsanaRefused,
  AsanaThrottled,
  AsanaUnauthorised,
  AsanaUnavailable,
  AsanaUnreadable,
} from './asana-errors.ts'
import { asanaCaller } from './call-asana.ts'

const connection = { accessToken: '1/2:t', baseUrl: 'https://app.asana.com/api/1.0/', projects: {} }

function failWith(status: number, body = '', headers: Record<string, string> = {}) {
  const send = () => Promise.resolve(new Response(body, { status, headers }))
  const { call } = asanaCaller({ ...connection, fetch: send })
  const answer = z.object({ data: z.object({ gid: z.string() }) })
  return call({ method: 'GET', path: '/users/me' }, answer).catch((error: unknown) => error)
}

describe('a request to Asana', () => {
  it('carries the token, its parameters and its envelope, and follows no redirect', async () => {
    const sent: { url: string; init: RequestInit | undefined }[] = []
    const { call, clock } = asanaCaller({
      ...connection,
      fetch: (url, init) => {
        sent.push({ url: String(url), init })
        return Promise.resolve(Response.json({}, { headers: { Date: 'Mon, 09 Nov 2026 07:00:00 GMT' } }))
      },
    })
    await call(
      { method: 'POST', path: '/x', query: { limit: 2, offset: 'a b' }, data: { text: 't' } },
      z.unknown(),
    )
    expect(sent[0]?.url).toBe('https://app.asana.com/api/1.0/x?limit=2&offset=a+b')
    expect(sent[0]?.init).toMatchObject({
      ...{ body: '{"data":{"text":"t"}}', redirect: 'error' },
      headers: { Authorization: 'Bearer 1/2:t', 'Content-Type': 'application/json' },
    })
    expect(clock()).toEqual(new Date('2026-11-09T07:00:00Z'))
  })
})

describe('a failed request', () => {
  it.each([
    [401, AsanaUnauthorised],
    [403, AsanaUnauthorised],
    [429, AsanaThrottled],
    [408, AsanaUnavailable],
    [500, AsanaUnavailable],
    [503, AsanaUnavailable],
    [400, AsanaRefused],
    [404, AsanaRefused],
    [402, AsanaRefused],
    [412, AsanaRefused],
  ])('with %i is named', async (status, kind) => {
    expect(await failWith(status)).toBeInstanceOf(kind)
  })

  it('says what Asana said', async () => {
    const body = JSON.stringify({ errors: [{ message: 'project: Unknown object: 1' }] })
    expect(String(await failWith(404, body))).toMatch(/refused with 404: project: Unknown object: 1/)
  })

  it('with 412 carries the fresh token', async () => {
    const body = JSON.stringify({ errors: [{ message: 'Sync token invalid or too old.' }], sync: 'fresh' })
    const error = await failWith(412, body)
    expect(error).toBeInstanceOf(AsanaForgot)
    expect(error).toMatchObject({ sync: 'fresh' })
  })

  it('with 429 waits as long as it says', async () => {
    expect(await failWith(429, '', { 'Retry-After': '90' })).toMatchObject({ retryAfterSeconds: 90 })
    expect(await failWith(429)).toMatchObject({ retryAfterSeconds: 60 })
  })

  it.each([
    ['', 'it is not JSON'],
    ['<html>', 'it is not JSON'],
    ['{"data":[]}', 'its field data'],
  ])('with %s for an answer can not be read', async (body, why) => {
    const error = await failWith(200, body)
    expect(error).toBeInstanceOf(AsanaUnreadable)
    expect(String(error)).toContain(why)
  })

  it('without an answer says why, and may have been performed', async () => {
    const { call } = asanaCaller({ ...connection, fetch: () => Promise.reject(new Error('ECONNRESET')) })
    const error = await call({ method: 'POST', path: '/x' }, z.unknown()).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(AsanaUnavailable)
    expect(String(error)).toMatch(/ECONNRESET.*look for the comment before repeating it/)
  })
})
