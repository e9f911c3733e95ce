import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectAnnouncer } from '#src/adapters/push/announce.ts'
import { announceDocument } from '#src/adapters/push/operations.ts'
import { startAppSync, type RunningAppSync } from '#src/sandbox/appsync/start-appsync.ts'

const iam = { accessKeyId: 'AKSANDBOX', secretAccessKey: 'sandbox-secret' }
const asked: string[] = []
let api: RunningAppSync
let now = new Date()

/** An authoriser that knows two tokens; no table is read here, so none listens. */
beforeAll(async () => {
  api = await start(0)
})
afterAll(() => api.close())

const start = (port: number) =>
  startAppSync({
    port,
    table: { name: 'workbench', endpoint: 'http://127.0.0.1:9' },
    iam,
    realNow: () => now,
    authorise: async (token) => {
      asked.push(token)
      const denied = token === 'pm1.narrow.mac' ? { deniedFields: ['Query.activity'] } : {}
      return { isAuthorized: token !== 'pm1.bad.mac', ttlOverride: 60, ...denied }
    },
  })

const announcer = (credentials = iam) => connectAnnouncer({ url: api.url, region: 'eu-west-1', credentials })
const act = { id: 'A1', version: 1, projectId: 'HRB' }

async function post(body: string, headers: Record<string, string>) {
  const response = await fetch(api.url, { method: 'POST', headers, body })
  return { status: response.status, headers: response.headers, body: await response.json() }
}
const ask = (query: string, authorization = 'pm1.good.mac') =>
  post(JSON.stringify({ query }), { authorization })

describe('the door', () => {
  test('a good signature is let in', async () => {
    await expect(announcer().announce('act', act)).resolves.toBeUndefined()
  })

  test.each([
    ['a wrong secret', { ...iam, secretAccessKey: 'guess' }, 'does not match the signature'],
    [
      'an unknown key',
      { ...iam, accessKeyId: 'AKOTHER' },
      'security token included in the request is invalid',
    ],
  ])('%s is refused', async (_, credentials, why) => {
    await expect(announcer(credentials).announce('act', act)).rejects.toThrow(why)
  })

  test('a body that was changed after it was signed is refused', async () => {
    let sent: RequestInit = {}
    const passedOn = globalThis.fetch
    globalThis.fetch = async (_, init) => {
      sent = init ?? {}
      return new Response('{"data":{"announceAct":{"id":"A1"}}}')
    }
    await announcer().announce('act', act)
    globalThis.fetch = passedOn
    const altered = await fetch(api.url, { ...sent, body: String(sent.body).replace('A1', 'A2') })
    expect(altered.status).toBe(401)
  })

  test('an old signature is refused', async () => {
    now = new Date(Date.now() + 6 * 60_000)
    await expect(announcer().announce('act', act)).rejects.toThrow('Signature expired')
    now = new Date()
  })

  test('a refused token, one without our prefix, and none', async () => {
    for (const headers of [{ authorization: 'pm1.bad.mac' }, { authorization: 'junk' }, {}]) {
      const { status, body } = await post('{"query":"{ agentStatus { id } }"}', { ...headers })
      expect(status).toBe(401)
      expect(body.errors[0].errorType).toBe('UnauthorizedException')
    }
    expect(asked).not.toContain('junk')
  })

  test('the authoriser is asked again when its answer is too old', async () => {
    const times = () => asked.filter((token) => token === 'pm1.kept.mac').length
    await ask('{ __typename }', 'pm1.kept.mac')
    await ask('{ __typename }', 'pm1.kept.mac')
    expect(times()).toBe(1)
    now = new Date(Date.now() + 61_000)
    await ask('{ __typename }', 'pm1.kept.mac')
    now = new Date()
    expect(times()).toBe(2)
  })
})

describe('a field', () => {
  test('for IAM only is refused to a browser, with the path and null in its place', async () => {
    const { status, body } = await post(
      JSON.stringify({ query: announceDocument('act'), variables: { input: act } }),
      { authorization: 'pm1.good.mac' },
    )
    expect(status).toBe(200)
    expect(body.data).toEqual({ announceAct: null })
    expect(body.errors[0]).toMatchObject({
      message: 'Not Authorized to access announceAct on type Mutation',
      errorType: 'Unauthorized',
      path: ['announceAct'],
    })
  })

  test('that the authoriser denies is refused', async () => {
    const { body } = await ask('{ activity(day: "2026-10-22") { id } }', 'pm1.narrow.mac')
    expect(body.errors[0].message).toBe('Not Authorized to access activity on type Query')
  })

  test('whose table does not answer is an error of that field', async () => {
    const { body } = await ask('{ agentStatus { id } }')
    expect(body.data).toEqual({ agentStatus: null })
    expect(body.errors[0].errorType).toMatch(/^DynamoDB:/)
  })

  test('whose resolver says no carries its errorType', async () => {
    const { body } = await ask('{ activity { id } }')
    expect(body.errors[0]).toMatchObject({ errorType: 'BadRequest' })
  })
})

describe('the endpoint', () => {
  test('refuses what is no GraphQL, no valid query, a subscription, and too much', async () => {
    const authorization = 'pm1.good.mac'
    expect((await post('{', { authorization })).status).toBe(400)
    expect((await ask('{ nothing }')).body.errors[0].errorType).toBe('ValidationError')
    expect((await ask('subscription { onAct { id } }')).body.errors[0].message).toContain(
      'real-time endpoint',
    )
    const heavy = await post(JSON.stringify({ query: 'x'.repeat(250_000) }), { authorization })
    expect(heavy.status).toBe(413)
    expect(heavy.body.errors[0].message).toBe('At most 245760 bytes, not 250012.')
  })

  test('answers pages of this machine only', async () => {
    const from = async (origin: string) => {
      const { headers } = await fetch(api.url, { method: 'OPTIONS', headers: { origin } })
      return headers.get('access-control-allow-origin')
    }
    expect(await from('http://localhost:3333')).toBe('http://localhost:3333')
    expect(await from('http://127.0.0.1:3333')).toBe('http://127.0.0.1:3333')
    expect(await from('https://evil.example')).toBeNull()
    expect(await from('http://localhost.evil.example')).toBeNull()
  })

  test('names the port that is taken', async () => {
    const { port } = new URL(api.url)
    await expect(start(Number(port))).rejects.toThrow(`port ${port} on 127.0.0.1 is taken`)
  })
})
