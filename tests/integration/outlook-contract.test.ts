import type { Message } from '@microsoft/microsoft-graph-types'
import { beforeEach, describe, expect, it } from 'vitest'
import { aMailbox, aMailFile, app, pm } from '../fixtures/mailbox.ts'

const box = aMailbox([aMailFile(1), aMailFile(2, { conversationId: 'AAQk1' })])
let token = ''

beforeEach(async () => {
  token = (await signIn()).body.access_token
})

async function signIn(over: Record<string, string> = {}, tenant = app.tenantId) {
  const form = {
    client_id: app.clientId,
    client_secret: app.clientSecret,
    grant_type: 'client_credentials',
    scope: 'https://graph.microsoft.com/.default',
  }
  const body = new URLSearchParams({ ...form, ...over })
  const response = await fetch(`${box.double().url}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body })
  return { status: response.status, body: await response.json() }
}

async function ask(
  path: string,
  init: { method?: string; body?: unknown; prefer?: string; bearer?: string } = {},
) {
  const { method = 'GET', body, prefer = 'IdType="ImmutableId"', bearer = token } = init
  const response = await fetch(`${box.double().graphUrl}/users/${pm.email}${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, prefer },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  }
}

const code = ({ status, body }: Awaited<ReturnType<typeof ask>>) => [status, body.error.code]

describe('the double signs in as Microsoft does', () => {
  it('gives a token for an hour, and refuses in its shape', async () => {
    expect((await signIn()).body).toMatchObject({ token_type: 'Bearer', expires_in: 3599 })
    expect(await signIn({ client_secret: 'x' })).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    })
    expect(await signIn({ client_id: 'x' })).toMatchObject({
      status: 400,
      body: { error: 'unauthorized_client' },
    })
    expect((await signIn({ scope: 'Mail.Read' })).status).toBe(400)
    expect((await signIn({}, 'elsewhere')).status).toBe(400)
    expect(code(await ask('/messages', { bearer: 'forged' }))).toEqual([401, 'InvalidAuthenticationToken'])
  })
})

describe('the double refuses as Graph does', () => {
  it.each([
    ['/messages/AAMk404', 404, 'ErrorItemNotFound'],
    ['/mailFolders/attic', 404, 'ErrorFolderNotFound'],
    ['/calendar', 404, 'ResourceNotFound'],
    ["/messages?$filter=contains(subject,'x')", 400, 'ErrorInvalidUrlQueryFilter'],
    ["/messages?$filter=conversationId eq 'a'&$orderby=receivedDateTime desc", 400, 'InefficientFilter'],
    ['/mailFolders/inbox/messages/delta?$filter=isDraft eq false', 400, 'ErrorInvalidUrlQueryFilter'],
    ['/mailFolders/inbox/messages/delta?$deltatoken=x', 410, 'syncStateNotFound'],
  ])('%s: %i %s', async (path, status, name) => {
    expect(code(await ask(path))).toEqual([status, name])
  })

  it('writes what may be written, and sends a draft once', async () => {
    const bad = { method: 'POST', body: { receivedDateTime: 'now' } }
    expect(code(await ask('/messages', bad))).toEqual([400, 'ErrorInvalidRequest'])
    const toRecipients = [{ emailAddress: { address: 'ann@x.example' } }]
    const draft = await ask('/messages', { method: 'POST', body: { subject: 'Hello', toRecipients } })
    expect(draft).toMatchObject({ status: 201, body: { isDraft: true } })
    const path = `/messages/${draft.body.id}/send`
    expect((await ask(path, { method: 'POST' })).status).toBe(202)
    expect(code(await ask(path, { method: 'POST' }))).toEqual([400, 'ErrorInvalidOperation'])
    expect((await ask(`/messages/${draft.body.id}`)).body).toMatchObject({ isDraft: false, subject: 'Hello' })
  })

  it('429 with the time to wait, for as long as it lasts', async () => {
    box.double().setFaults([{ fault: '429', retryAfterSeconds: 30 }])
    expect((await ask('/messages')).headers.get('retry-after')).toBe('30')
    expect((await ask('/messages')).status).toBe(429)
    const faults = `${box.double().url}/_control/faults`
    expect((await fetch(faults, { method: 'POST', body: '[{"fault":"500"}]' })).status).toBe(204)
    expect(code(await ask('/messages'))).toEqual([500, 'InternalServerError'])
    expect((await ask('/messages')).status).toBe(200)
  })
})

describe('messages as Graph gives them', () => {
  it('has the fields of a message, and those on request only then', async () => {
    const { body } = await ask('/messages/AAMk1')
    const message: Message = body
    expect(message).toMatchObject({ id: 'AAMk1', isDraft: false, conversationId: 'AAQk1', isRead: false })
    expect(message.internetMessageHeaders).toBeUndefined()
    const chosen = await ask('/messages/AAMk1?$select=subject,internetMessageHeaders')
    expect(Object.keys(chosen.body).sort()).toEqual([
      '@odata.etag',
      'id',
      'internetMessageHeaders',
      'subject',
    ])
  })

  it('has another id in another folder, unless immutable ones are preferred', async () => {
    const list = await ask('/messages', { prefer: 'odata.maxpagesize=1' })
    expect(list.body.value).toMatchObject([{ id: 'AAMk2.inbox' }])
    expect((await ask('/messages/AAMk2.archive', { prefer: '' })).status).toBe(404)
    const { pathname, search } = new URL(list.body['@odata.nextLink'])
    const next = await ask(
      pathname.split(encodeURIComponent(pm.email)).at(-1)!.split(pm.email).at(-1) + search,
    )
    expect(next.body.value).toMatchObject([{ id: 'AAMk1' }])
  })

  it('tells in a delta what was read: an id and a flag, and what was moved away: an id and that', async () => {
    const path = '/mailFolders/inbox/messages/delta'
    const moved = aMailFile(3, { _movedAt: { at: '2021-10-12T08:30:00Z', to: 'archive' } })
    await box.restart([aMailFile(1), moved])
    token = (await signIn()).body.access_token
    const walk = async (from: string) => {
      const items: unknown[] = []
      for (let at = from; ;) {
        const { body } = await ask(at)
        items.push(...body.value)
        const link = new URL(body['@odata.nextLink'] ?? body['@odata.deltaLink'])
        at = `${path}${link.search}`
        if (body['@odata.deltaLink']) return { items, link: at }
      }
    }
    const first = await walk(path)
    expect(first.items).toMatchObject([{ id: 'AAMk1' }, { id: 'AAMk3' }])
    await ask('/messages/AAMk1', { method: 'PATCH', body: { isRead: true } })
    box.at('2021-10-12T09:00:00Z')
    const second = await walk(first.link)
    expect(second.items).toEqual([
      { id: 'AAMk1', isRead: true, '@odata.etag': expect.any(String) },
      { id: 'AAMk3', '@removed': { reason: 'changed' } },
    ])
    expect((await walk(second.link)).items).toEqual([])
  })
})
