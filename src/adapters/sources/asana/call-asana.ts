import { z } from 'zod'
import { askedToWait, jsonOrNothing, secondsToWait, vendorClock, whyNoAnswer } from '../http.ts'
import { ownPatience, patiently, type Patience } from '../patience.ts'
import {
  AsanaForgot,
  AsanaRefused,
  AsanaThrottled,
  AsanaUnauthorised,
  AsanaUnavailable,
  AsanaUnreadable,
} from './asana-errors.ts'

type AsanaRequest = {
  method: 'GET' | 'POST'
  path: string
  query?: Record<string, string | number>
  /** Sent in Asana's envelope, `{ data }`. */
  data?: unknown
}

/** Sends one request and parses its whole answer, envelope included, or throws one of the errors of asana-errors.ts. */
export type CallAsana = <T>(request: AsanaRequest, schema: z.ZodType<T>) => Promise<T>

export type AsanaConnection = {
  /** A personal access token. */
  accessToken: string
  /** With its version: `https://app.asana.com/api/1.0`. */
  baseUrl: string
  /** The gid of each watched project, by the key it has with us. */
  projects: Record<string, string>
  fetch?: typeof fetch
  /** Real time allowed for one request, its body included; default 10 s. */
  timeoutMs?: number
  /** Business time, in which Asana is waited for. */
  now?: () => Date
  /** Left out: what this connection is told. */
  patience?: Patience
}

/**
 * A caller with one token: a deadline, every failure named, nothing sent before Asana's Retry-After is over. Never retries:
 * that belongs to the workflow. `clock`: Asana's own time at its last answer.
 */
export function asanaCaller(connection: AsanaConnection): { call: CallAsana; clock: () => Date | undefined } {
  const { now = () => new Date(), patience = ownPatience() } = connection
  let clock: Date | undefined
  const ask = patiently({ patience, now }, (why, seconds) => new AsanaThrottled(seconds, 'not sent', why))
  const call: CallAsana = async (request, schema) => {
    const where = `${request.method} ${request.path}`
    const text = await ask(async () => {
      const answer = await exchange(connection, request, where)
      clock = vendorClock(answer.response.headers)
      if (!answer.response.ok) throw failure(answer.response, answer.text, where)
      return answer.text
    })
    const value = jsonOrNothing(text)
    if (value === undefined) throw new AsanaUnreadable('it is not JSON.', where)
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    throw new AsanaUnreadable(`its field ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, where)
  }
  return { call, clock: () => clock }
}

async function exchange(connection: AsanaConnection, request: AsanaRequest, where: string) {
  const { baseUrl, accessToken, fetch: send = fetch, timeoutMs = 10_000 } = connection
  const { method, path, query = {}, data } = request
  const url = new URL(baseUrl.replace(/\/$/, '') + path)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  const hasBody = data !== undefined
  try {
    const response = await send(url, {
      method,
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${accessToken}`,
        ...(hasBody && { 'Content-Type': 'application/json' }),
      },
      ...(hasBody && { body: JSON.stringify({ data }) }),
      // The token goes to the secret's address and nowhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { response, text: await response.text() }
  } catch (error) {
    throw new AsanaUnavailable(whyNoAnswer('Asana', error, timeoutMs), where, error)
  }
}

const errorBody = z.object({
  errors: z.array(z.object({ message: z.string() })).default([]),
  sync: z.string().optional(),
})

function failure({ status, headers }: Response, text: string, where: string): Error {
  if (status === 401 || status === 403) return new AsanaUnauthorised(status, where)
  if (status === 429) return new AsanaThrottled(secondsToWait(headers), where)
  if (status >= 500 || status === 408)
    return new AsanaUnavailable(`Asana failed with ${status}.`, where).waiting(askedToWait(headers))
  const body = errorBody.safeParse(jsonOrNothing(text)).data
  if (status === 412 && body?.sync !== undefined) return new AsanaForgot(body.sync, where)
  return new AsanaRefused(status, (body?.errors ?? []).map(({ message }) => message).join(' '), where)
}
