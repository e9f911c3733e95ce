import { z } from 'zod'
import { askedToWait, jsonOrNothing, secondsToWait, vendorClock, whyNoAnswer } from '../http.ts'
import { ownPatience, patiently, type Patience } from '../patience.ts'
import {
  JiraRefused,
  JiraThrottled,
  JiraUnauthorised,
  JiraUnavailable,
  JiraUnreadable,
} from './jira-errors.ts'

/** One request to Jira. A query value that is a list is sent as repeated parameters. */
type JiraRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  query?: Record<string, string | number>
  body?: unknown
}

/** Sends one request and parses its answer, or throws one of the errors of jira-errors.ts. */
export type CallJira = <T>(request: JiraRequest, schema: z.ZodType<T>) => Promise<T>

export type JiraConnection = {
  baseUrl: string
  email: string
  apiToken: string
  fetch?: typeof fetch
  /** Real time allowed for one request, its body included; default 10 s. */
  timeoutMs?: number
  /** Business time, in which Jira is waited for. */
  now?: () => Date
  /** Left out: what this connection is told. */
  patience?: Patience
}

/**
 * A caller for one site: basic auth, a deadline, every failure named, nothing sent before Jira's Retry-After is over. Never
 * retries: that belongs to the workflow. `clock`: Jira's own time at its last answer.
 */
export function jiraCaller(connection: JiraConnection): { call: CallJira; clock: () => Date | undefined } {
  const { now = () => new Date(), patience = ownPatience() } = connection
  const credentials = Buffer.from(`${connection.email}:${connection.apiToken}`).toString('base64')
  let clock: Date | undefined
  const ask = patiently(
    { patience, now },
    (why, seconds) => new JiraThrottled(seconds, null, 'not sent', why),
  )
  const call: CallJira = async (request, schema) => {
    const where = `${request.method} ${request.path}`
    const text = await ask(async () => {
      const answer = await exchange(connection, credentials, request, where)
      clock = vendorClock(answer.response.headers)
      if (!answer.response.ok) throw failure(answer.response, answer.text, where)
      return answer.text
    })
    const parsed = schema.safeParse(text === '' ? undefined : parseJson(text, where))
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    throw new JiraUnreadable(issue?.path.map(String).join('.') ?? '', issue?.message ?? 'Invalid.', where)
  }
  return { call, clock: () => clock }
}

async function exchange(
  connection: JiraConnection,
  credentials: string,
  request: JiraRequest,
  where: string,
) {
  const { baseUrl, fetch: send = fetch, timeoutMs = 10_000 } = connection
  try {
    const response = await send(urlOf(baseUrl, request), {
      method: request.method,
      headers: {
        Accept: 'application/json',
        Authorization: `Basic ${credentials}`,
        ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { response, text: await response.text() }
  } catch (error) {
    throw new JiraUnavailable(whyNoAnswer('Jira', error, timeoutMs), where, error)
  }
}

function urlOf(baseUrl: string, { path, query = {} }: JiraRequest): URL {
  const url = new URL(baseUrl.replace(/\/$/, '') + path)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  return url
}

function failure(response: Response, text: string, where: string): Error {
  const { status, headers } = response
  if (status === 401 || status === 403) return new JiraUnauthorised(status, where)
  if (status === 429) return new JiraThrottled(secondsToWait(headers), headers.get('RateLimit-Reason'), where)
  if (status >= 500 || status === 408)
    return new JiraUnavailable(`Jira failed with ${String(status)}.`, where).waiting(askedToWait(headers))
  const said = messagesOf(text)
  const what = `Jira refused with ${String(status)}${said === '' ? '.' : `: ${said}`}`
  return new JiraRefused(status, what, where, 'Check that the issue still exists and the request is allowed.')
}

const errorBody = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
})

function messagesOf(text: string): string {
  const parsed = errorBody.safeParse(jsonOrNothing(text))
  if (!parsed.success) return ''
  return [...parsed.data.errorMessages, ...Object.values(parsed.data.errors)].join(' ')
}

function parseJson(text: string, where: string): unknown {
  const value = jsonOrNothing(text)
  if (value === undefined) throw new JiraUnreadable('', 'it is not JSON.', where)
  return value
}
