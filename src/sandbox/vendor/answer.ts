import type { IncomingHttpHeaders } from 'node:http'

/** What a vendor answers. No body: an empty answer, as 204. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> }

/** A request as it came. `body`: parsed JSON, undefined where it isn't any; `text`: as it was sent. */
export type Incoming = {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: unknown
  text: string
}

/** How an answer leaves: whole, cut in mid-body, as something that isn't JSON, not at all, or never in time. */
export type Plan = { way: 'whole' | 'cut' | 'garbled'; answer: Answer } | { way: 'drop' | 'hang' }

/** An answer that leaves as it is. */
export function whole(answer: Answer): Plan {
  return { way: 'whole', answer }
}
