import { z } from 'zod'
import type { Privacy } from '#src/domain/privacy.ts'
import type { Patience } from '../patience.ts'
import { jsonOrNothing, secondsToWait, whyNoAnswer } from '../http.ts'
import {
  OutlookThrottled,
  OutlookUnauthorised,
  OutlookUnavailable,
  OutlookUnreadable,
} from './outlook-errors.ts'

/** Where Graph is, and the app registration that may use one mailbox (client credentials). */
export type GraphCredentials = {
  tenantId: string
  clientId: string
  clientSecret: string
  /** The PM's address. */
  mailbox: string
  /** https://login.microsoftonline.com */
  loginUrl: string
  /** https://graph.microsoft.com/v1.0 */
  graphUrl: string
}

/** How requests leave: replaceable `fetch`, real time allowed for one (default 10 s), and business time, in which Graph is waited for. */
export type GraphOptions = {
  now: () => Date
  fetch?: typeof fetch
  timeoutMs?: number
  /** Left out: what this connection is told. */
  patience?: Patience
  /** What is never to be read, as it stands at each read; left out: nothing is excluded. */
  privacy?: () => Promise<Privacy>
}

/** An access token, the same one until five minutes before it ends (real time), or until it is forgotten. */
export type AccessToken = { get(): Promise<string>; forget(): void }

const EARLY_MS = 300_000
const granted = z.object({ access_token: z.string().min(1), expires_in: z.number() })
const refusal = z.object({ error: z.string(), error_description: z.string().default('') })

/** Asks for tokens as needed. Throws the errors of outlook-errors.ts. */
export function accessToken(credentials: GraphCredentials, options: GraphOptions): AccessToken {
  let kept: { token: string; until: number } | undefined
  return {
    get: async () => {
      if (kept && kept.until > Date.now()) return kept.token
      const { access_token, expires_in } = await ask(credentials, options)
      const lifeMs = expires_in * 1000
      kept = { token: access_token, until: Date.now() + Math.max(lifeMs - EARLY_MS, lifeMs / 2) }
      return access_token
    },
    forget: () => {
      kept = undefined
    },
  }
}

async function ask(credentials: GraphCredentials, options: GraphOptions) {
  const { loginUrl, tenantId, clientId, clientSecret } = credentials
  const where = 'POST /oauth2/v2.0/token'
  const body = new URLSearchParams({
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'client_credentials',
    scope: 'https://graph.microsoft.com/.default',
  })
  const url = `${loginUrl.replace(/\/$/, '')}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`
  const { response, text } = await exchange(url, { method: 'POST', body }, options, where)
  if (response.ok) {
    const parsed = granted.safeParse(jsonOrNothing(text))
    if (parsed.success) return parsed.data
    throw new OutlookUnreadable('its token is not one.', where)
  }
  throwIfWaiting(response, options, where)
  if (response.status >= 500)
    throw new OutlookUnavailable(`Microsoft's sign-in failed with ${response.status}.`, where)
  const said = refusal.safeParse(jsonOrNothing(text))
  throw new OutlookUnauthorised(said.success ? said.data.error : String(response.status), where)
}

/** One request with its deadline; a redirect is a failure, since it would carry our words elsewhere. */
export async function exchange(url: string | URL, init: RequestInit, options: GraphOptions, where: string) {
  const { fetch: send = fetch, timeoutMs = 10_000 } = options
  try {
    const response = await send(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    return { response, text: await response.text() }
  } catch (error) {
    throw new OutlookUnavailable(whyNoAnswer('Microsoft', error, timeoutMs), where, error)
  }
}

/** A 429, or a 503 that names a time, as an error. */
export function throwIfWaiting({ status, headers }: Response, { now }: GraphOptions, where: string): void {
  if (status !== 429 && (status !== 503 || !headers.has('Retry-After'))) return
  const seconds = secondsToWait(headers)
  const until = new Date(now().getTime() + seconds * 1000).toISOString().slice(11, 16)
  throw new OutlookThrottled(seconds, where, `Microsoft asks to wait until ${until} UTC.`)
}
