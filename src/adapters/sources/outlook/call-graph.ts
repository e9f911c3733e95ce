import { z } from 'zod'
import { askedToWait, jsonOrNothing, vendorClock } from '../http.ts'
import { ownPatience, patiently } from '../patience.ts'
import { accessToken, exchange, throwIfWaiting } from './access-token.ts'
import type { GraphCredentials, GraphOptions } from './access-token.ts'
import {
  OutlookRefused,
  OutlookThrottled,
  OutlookUnauthorised,
  OutlookUnavailable,
  OutlookUnreadable,
} from './outlook-errors.ts'
import { rolesIn } from './token-roles.ts'

/** One request to Graph. `path` below the mailbox, such as `/messages`, or a whole link that Graph gave. */
export type GraphRequest = {
  method: 'GET' | 'POST' | 'PATCH'
  path: string
  query?: Record<string, string>
  body?: unknown
  /** A page of mails may take twice as long as other requests. */
  isPage?: boolean
}

/** Sends one request and parses its answer, or throws one of the errors of outlook-errors.ts. */
export type CallGraph = <T>(request: GraphRequest, schema: z.ZodType<T>) => Promise<T>

/** On every call, or an id given once is not the id given next time. */
const PREFER = 'IdType="ImmutableId", odata.maxpagesize=50'

/**
 * A caller for one mailbox. Retries once and only a 401, with a new token: all else belongs to the workflow. Nothing is sent
 * before Graph's Retry-After is over. `clock`: Graph's own time at its last answer. `freshRoles`: what Entra grants at this moment.
 */
export function graphCaller(
  credentials: GraphCredentials,
  options: GraphOptions,
): { call: CallGraph; clock: () => Date | undefined; freshRoles: () => Promise<string[]> } {
  const base = credentials.graphUrl.replace(/\/$/, '')
  const tokens = accessToken(credentials, options)
  const mailbox = `${base}/users/${encodeURIComponent(credentials.mailbox)}`
  const send = async (request: GraphRequest, url: URL, where: string) => {
    const headers = {
      Accept: 'application/json',
      Authorization: `Bearer ${await tokens.get()}`,
      Prefer: PREFER,
      ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
    }
    const body = request.body === undefined ? {} : { body: JSON.stringify(request.body) }
    const { timeoutMs = 10_000 } = options
    const patient = { ...options, timeoutMs: request.isPage ? timeoutMs * 2 : timeoutMs }
    return await exchange(url, { method: request.method, headers, ...body }, patient, where)
  }
  const { now, patience = ownPatience() } = options
  const ask = patiently({ patience, now }, (why, seconds) => new OutlookThrottled(seconds, 'not sent', why))
  let clock: Date | undefined
  const call: CallGraph = async (request, schema) => {
    const url = urlOf(request, mailbox, base)
    const where = `${request.method} ${url.pathname.slice(new URL(mailbox).pathname.length) || '/'}`
    const text = await ask(async () => {
      let answer = await send(request, url, where)
      if (answer.response.status === 401) {
        tokens.forget()
        answer = await send(request, url, where)
      }
      clock = vendorClock(answer.response.headers)
      if (!answer.response.ok) throw failureOf(answer.response, answer.text, request, options, where)
      return answer.text
    })
    const parsed = schema.safeParse(text === '' ? undefined : parseJson(text, where))
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    throw new OutlookUnreadable(
      `its field ${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`,
      where,
    )
  }
  const freshRoles = async () => {
    tokens.forget()
    return rolesIn(await tokens.get())
  }
  return { call, clock: () => clock, freshRoles }
}

/** A link out of an answer is followed to Graph and nowhere else: the token goes with it. */
function urlOf({ path, query = {} }: GraphRequest, mailbox: string, base: string): URL {
  const isLink = !path.startsWith('/')
  const url = isLink && URL.canParse(path) ? new URL(path) : new URL(mailbox + path)
  const home = new URL(base)
  if (isLink && (url.origin !== home.origin || !url.pathname.startsWith(`${home.pathname}/`)))
    throw new OutlookUnreadable(`a link to ${url.host}, which is not Graph.`, 'GET a link')
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string().default('') }) })

function failureOf(
  response: Response,
  text: string,
  request: GraphRequest,
  options: GraphOptions,
  where: string,
): Error {
  const { status } = response
  // A write that met a 503 may have gone through; a reading may simply wait.
  if (status === 429 || request.method === 'GET') throwIfWaiting(response, options, where)
  const parsed = errorBody.safeParse(jsonOrNothing(text))
  const { code, message } = parsed.success ? parsed.data.error : { code: String(status), message: '' }
  if (status === 401 || status === 403) return new OutlookUnauthorised(code, where)
  if (status >= 500 || status === 408)
    return new OutlookUnavailable(`Microsoft failed with ${status}.`, where).waiting(
      askedToWait(response.headers),
    )
  return new OutlookRefused(status, code, message, where)
}

function parseJson(text: string, where: string): unknown {
  const value = jsonOrNothing(text)
  if (value === undefined) throw new OutlookUnreadable('it is not JSON.', where)
  return value
}
