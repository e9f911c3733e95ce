import type { GraphQLSchema } from 'graphql'
import { GraphQLError } from 'graphql'
import type { RawData, WebSocket } from 'ws'
import { z } from 'zod'
import { Unauthorised, type Caller, type Identify } from '#src/sandbox/appsync/access.ts'
import { appsyncErrors, graphqlRequest, readOperation } from '#src/sandbox/appsync/operations.ts'
import type { Headers } from '#src/sandbox/appsync/signatures.ts'
import type { Subscriptions } from '#src/sandbox/appsync/subscriptions.ts'

const CONNECTION_TIMEOUT_MS = 300_000
const KEEP_ALIVE_MS = 60_000

const headers = z.record(z.string(), z.string())
const frame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connection_init') }),
  z.object({
    type: z.literal('start'),
    id: z.string().min(1),
    payload: z.object({ data: z.string(), extensions: z.object({ authorization: headers }) }),
  }),
  z.object({ type: z.literal('stop'), id: z.string().min(1) }),
])
type Frame = z.infer<typeof frame>
type Start = Extract<Frame, { type: 'start' }>

export type RealtimeDeps = { schema: GraphQLSchema; subscriptions: Subscriptions; identify: Identify }

/**
 * Speaks AppSync's real-time protocol on one socket: the client proves itself in the subprotocol
 * `header-<base64url>`, and again with every `start`. Source: "Building a real-time WebSocket client", AppSync guide.
 */
export function serveRealtime(socket: WebSocket, protocols: string, deps: RealtimeDeps): void {
  const running = new Map<string, () => void>()
  let keepAlive: NodeJS.Timeout | undefined
  const send = (message: object) => socket.send(JSON.stringify(message))

  async function connect(): Promise<void> {
    try {
      await deps.identify(authHeaders(protocols), { path: '/graphql/connect', body: '{}' })
    } catch (error) {
      send({ type: 'connection_error', payload: { errors: [connectionError(error)] } })
      socket.close(4401, 'Unauthorized')
      return
    }
    send({ type: 'connection_ack', payload: { connectionTimeoutMs: CONNECTION_TIMEOUT_MS } })
    send({ type: 'ka' })
    keepAlive = setInterval(() => send({ type: 'ka' }), KEEP_ALIVE_MS).unref()
  }

  async function start({ id, payload }: Start): Promise<void> {
    const { data, extensions } = payload
    const caller = await deps.identify(extensions.authorization, { path: '/graphql', body: data })
    if (socket.readyState !== socket.OPEN) return
    if (running.has(id)) throw new GraphQLError(`Subscription ${id} is already running.`)
    running.set(id, subscribe(id, data, caller))
    send({ type: 'start_ack', id })
  }

  function subscribe(id: string, data: string, caller: Caller): () => void {
    const operation = readOperation(deps.schema, graphqlRequest.parse(JSON.parse(data)))
    return deps.subscriptions.add(operation, caller, (payload) => send({ type: 'data', id, payload }))
  }

  async function handle(message: Frame): Promise<void> {
    if (message.type === 'connection_init') return connect()
    if (!keepAlive) {
      socket.close(4400, 'connection_init comes first')
      return
    }
    if (message.type === 'start') return start(message)
    running.get(message.id)?.()
    running.delete(message.id)
    send({ type: 'complete', id: message.id })
  }

  socket.on('message', (raw) => {
    const { message, id } = readFrame(textOf(raw))
    if (!message) return send({ type: 'error', id, payload: { errors: [UNSUPPORTED] } })
    handle(message).catch((error: unknown) =>
      send({ type: 'error', id, payload: { errors: startErrors(error) } }),
    )
  })
  socket.on('close', () => {
    clearInterval(keepAlive)
    for (const end of running.values()) end()
    running.clear()
  })
}

/** A frame may arrive in pieces. */
function textOf(raw: RawData): string {
  if (Array.isArray(raw)) return Buffer.concat(raw).toString('utf8')
  return (raw instanceof ArrayBuffer ? Buffer.from(raw) : raw).toString('utf8')
}

const UNSUPPORTED = {
  errorType: 'UnsupportedOperation',
  errorCode: 400,
  message: 'not supported through the realtime channel',
}

function readFrame(text: string): { message: Frame | undefined; id: string | undefined } {
  try {
    const { success, data } = frame.safeParse(JSON.parse(text))
    return { message: success ? data : undefined, id: success && 'id' in data ? data.id : undefined }
  } catch {
    return { message: undefined, id: undefined }
  }
}

/** `graphql-ws, header-<base64url of a JSON object>`; without it the caller has no headers and is turned away. */
function authHeaders(protocols: string): Headers {
  const encoded = protocols.split(',').find((name) => name.trim().startsWith('header-'))
  if (!encoded) return {}
  const text = Buffer.from(encoded.trim().slice('header-'.length), 'base64url').toString('utf8')
  try {
    return headers.parse(JSON.parse(text))
  } catch {
    return {}
  }
}

function connectionError(error: unknown) {
  return error instanceof Unauthorised
    ? { errorType: error.name, errorCode: 401, message: error.message }
    : { errorType: 'InternalFailure', errorCode: 500, message: String(error) }
}

function startErrors(error: unknown) {
  if (error instanceof Unauthorised) return [{ errorType: error.name, message: error.message }]
  if (error instanceof GraphQLError) return appsyncErrors([error])
  return [{ errorType: 'InternalFailure', message: String(error) }]
}
