import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AnnounceFailed, connectAnnouncer } from '#src/adapters/push/announce.ts'

let server: Server
let url: string
let reply: { status: number; body: string }
let seen: { headers: IncomingHttpHeaders; body: string }[]

beforeEach(async () => {
  seen = []
  reply = { status: 200, body: '{"data":{"announceEvent":{"id":"E1"}}}' }
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      seen.push({ headers: request.headers, body })
      response.writeHead(reply.status).end(reply.body)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  url = `http://127.0.0.1:${address.port}/graphql`
})

afterEach(() => new Promise((closed) => server.close(closed)))

const announcer = () =>
  connectAnnouncer({ url, region: 'eu-west-1', credentials: { accessKeyId: 'AK', secretAccessKey: 'SK' } })
const event = { id: 'E1', version: 1, projectId: 'HRB', kind: 'check', at: '2026-10-22T09:00:00Z', ref: null }

test('posts the whole row, signed for appsync', async () => {
  await announcer().announce('event', event)
  const sent = JSON.parse(seen[0]?.body ?? '')
  expect(sent.variables).toEqual({ input: event })
  expect(sent.query).toContain('announceEvent(input: $input) { id version projectId kind')
  expect(seen[0]?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AK\/\d{8}\/eu-west-1\/appsync\/aws4_request, SignedHeaders=.*host/,
  )
})

test.each([
  ['errors beside data', '{"data":{"announceEvent":{"id":"E1"}},"errors":[{"message":"late"}]}', 'late'],
  ['errors alone', '{"errors":[{"message":"You are not authorized"}]}', 'not authorized'],
  ['no row', '{"data":{"announceEvent":null}}', 'without its row'],
  ['no JSON', '<html>Bad gateway</html>', 'Not a GraphQL answer: <html>'],
  ['another shape', '{"message":"gone"}', 'without its row'],
])('%s is a failure', async (_, body, why) => {
  reply = { status: 200, body }
  const attempt = announcer().announce('event', event)
  await expect(attempt).rejects.toThrow(AnnounceFailed)
  await expect(attempt).rejects.toThrow(why)
})

test('so is nobody listening', async () => {
  const late = connectAnnouncer({
    url: 'http://127.0.0.1:9/graphql',
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AK', secretAccessKey: 'SK' },
  }).announce('event', event)
  await expect(late).rejects.toThrow('No answer from http://127.0.0.1:9/graphql.')
})
