import type { IncomingMessage, ServerResponse } from 'node:http'
import { GraphQLError } from 'graphql'
import { z } from 'zod'
import { Unauthorised } from '#src/sandbox/appsync/access.ts'
import { appsyncErrors, graphqlRequest, readOperation } from '#src/sandbox/appsync/operations.ts'
import type { RealtimeDeps } from '#src/sandbox/appsync/realtime.ts'
import { runOperation } from '#src/sandbox/appsync/run-operation.ts'

/** The most that one request, and so one push, may weigh. Source: AppSync quotas, "subscription payload size". */
export const MAX_PAYLOAD_BYTES = 240 * 1024

const LOCAL_ORIGIN = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/

class TooLarge extends Error {
  override name = 'RequestEntityTooLargeException'
}

/** Answers `POST /graphql` as AppSync does: 401 at the door, otherwise 200 with `data` and `errors`. */
export async function serveHttp(
  request: IncomingMessage,
  response: ServerResponse,
  deps: RealtimeDeps,
): Promise<void> {
  allowLocalPages(request, response)
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end()
    return
  }
  if (request.method !== 'POST' || request.url !== '/graphql') {
    answer(response, 404, { errors: [{ errorType: 'NotFound', message: 'POST /graphql' }] })
    return
  }
  try {
    answer(response, 200, await answered(request, deps))
  } catch (error) {
    const { status, ...rest } = refusal(error)
    answer(response, status, { errors: [rest] })
  }
}

async function answered(request: IncomingMessage, deps: RealtimeDeps): Promise<object> {
  const body = await readBody(request)
  const caller = await deps.identify(singleValues(request), { path: '/graphql', body })
  try {
    const operation = readOperation(deps.schema, graphqlRequest.parse(JSON.parse(body)))
    const { data, errors } = await runOperation(deps, operation, caller)
    return errors ? { data, errors: appsyncErrors(errors) } : { data }
  } catch (error) {
    if (error instanceof GraphQLError) return { data: null, errors: appsyncErrors([error]) }
    throw error
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    const part = z.instanceof(Buffer).parse(chunk)
    bytes += part.length
    if (bytes <= MAX_PAYLOAD_BYTES) chunks.push(part)
  }
  if (bytes > MAX_PAYLOAD_BYTES) throw new TooLarge(`At most ${MAX_PAYLOAD_BYTES} bytes, not ${bytes}.`)
  return Buffer.concat(chunks).toString('utf8')
}

function singleValues({ headers }: IncomingMessage): Record<string, string | undefined> {
  const entries = Object.entries(headers)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  )
}

function allowLocalPages(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers
  response.setHeader('vary', 'origin')
  if (!origin || !LOCAL_ORIGIN.test(origin)) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader(
    'access-control-allow-headers',
    'authorization, content-type, x-amz-user-agent, x-amz-date',
  )
  response.setHeader('access-control-allow-methods', 'POST, OPTIONS')
}

function refusal(error: unknown): { status: number; errorType: string; message: string } {
  if (error instanceof Unauthorised) return { status: 401, errorType: error.name, message: error.message }
  if (error instanceof TooLarge) return { status: 413, errorType: error.name, message: error.message }
  if (error instanceof z.ZodError || error instanceof SyntaxError) {
    return {
      status: 400,
      errorType: 'MalformedHttpRequestException',
      message: 'The body is no GraphQL request.',
    }
  }
  return { status: 500, errorType: 'InternalFailure', message: String(error) }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
