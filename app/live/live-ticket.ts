import { SignedOut } from '#app/live/watchdog.ts'

/** What opens the live connection: the API's HTTP address and a token of ten minutes. */
export type LiveTicket = { url: string; token: string }

/** Fetches a fresh ticket from `/live-token`. Throws {@link SignedOut} on 401, an Error on anything else but 200. */
export async function readLiveTicket(): Promise<LiveTicket> {
  const response = await fetch('/live-token', { headers: { accept: 'application/json' } })
  if (response.status === 401) throw new SignedOut('The session is over.')
  if (!response.ok) throw new Error(`/live-token answered ${response.status}.`)
  const body: unknown = await response.json()
  if (!isTicket(body)) throw new Error('/live-token answered without url and token.')
  return body
}

function isTicket(value: unknown): value is LiveTicket {
  return (
    typeof value === 'object' &&
    value !== null &&
    'url' in value &&
    typeof value.url === 'string' &&
    'token' in value &&
    typeof value.token === 'string'
  )
}
