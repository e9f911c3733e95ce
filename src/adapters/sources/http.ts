/** Undefined when it isn't JSON. */
export function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** How long an answer asks to wait; 60 seconds where it does not say. */
export function secondsToWait(headers: Headers): number {
  return askedToWait(headers) ?? 60
}

/**
 * How long an answer asks to wait: `Retry-After` in seconds, or as a date as HTTP allows, or else the moment at which Jira's
 * limit is reset, both on the vendor's own clock. Null where it says nothing.
 */
export function askedToWait(headers: Headers): number | null {
  const said = headers.get('Retry-After') ?? headers.get('X-RateLimit-Reset') ?? ''
  if (/^\d+$/.test(said)) return Number(said)
  const seconds = Math.ceil((Date.parse(said) - Date.parse(headers.get('Date') ?? '')) / 1000)
  return Number.isNaN(seconds) ? null : Math.max(seconds, 1)
}

/** Why a request had no answer, in a sentence for people. */
export function whyNoAnswer(vendor: string, error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return `${vendor} cannot be reached.`
  if (error.name === 'TimeoutError') return `${vendor} did not answer within ${timeoutMs / 1000} s.`
  const why = error.cause instanceof Error ? error.cause.message : error.message
  return `${vendor} cannot be reached or broke off: ${why}.`
}

/** The vendor's own time at an answer; undefined where it does not say. */
export function vendorClock(headers: Headers): Date | undefined {
  const at = Date.parse(headers.get('Date') ?? '')
  return Number.isNaN(at) ? undefined : new Date(at)
}
