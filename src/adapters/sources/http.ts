/** Undefined when it isn't JSON. */
export function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** How long `Retry-After` asks to wait: seconds, or a date as HTTP allows, measured on the vendor's own clock. Else 60. */
export function secondsToWait(headers: Headers): number {
  const said = headers.get('Retry-After') ?? ''
  if (/^\d+$/.test(said)) return Number(said)
  const seconds = Math.ceil((Date.parse(said) - Date.parse(headers.get('Date') ?? '')) / 1000)
  return Number.isNaN(seconds) ? 60 : Math.max(seconds, 1)
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
