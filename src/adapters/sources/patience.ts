import { VendorThrottled, VendorUnavailable } from './vendor-problem.ts'

/** Until when a vendor is left alone (business time), and why, in a sentence for people. */
export type Wait = { until: Date; why: string }

/** What every function that talks to a vendor knows of its wishes. */
export type Patience = { known(): Promise<Wait | undefined>; wait(next: Wait): Promise<void> }

/** What only this process knows: for a connection that nobody shares. */
export function ownPatience(): Patience {
  let known: Wait | undefined
  return {
    known: async () => known,
    wait: async (next) => {
      known = next
    },
  }
}

/** After so many requests without an answer, one after the other, the vendor is left alone for a while. */
const MOST_FAILURES = 3
const REST_SECONDS = 120

/**
 * Runs requests to a vendor: none before the time that it named, whoever was told, and none for a while after several that it
 * did not answer (a circuit breaker). A failure may name a time too. `waiting` makes the vendor's own error of a request that was not sent.
 */
export function patiently(
  { patience, now }: { patience: Patience; now: () => Date },
  waiting: (why: string, seconds: number) => VendorThrottled,
) {
  let failures = 0
  const rest = (seconds: number, why: string) =>
    patience.wait({ until: new Date(now().getTime() + seconds * 1000), why })
  return async <T>(ask: () => Promise<T>): Promise<T> => {
    const known = await patience.known()
    const leftMs = known ? known.until.getTime() - now().getTime() : 0
    if (known && leftMs > 0) throw waiting(known.why, Math.ceil(leftMs / 1000))
    try {
      const answer = await ask()
      failures = 0
      return answer
    } catch (error) {
      failures = error instanceof VendorUnavailable ? failures + 1 : 0
      if (error instanceof VendorThrottled) await rest(error.retryAfterSeconds, error.what)
      if (error instanceof VendorUnavailable) {
        const seconds = Math.max(error.retryAfterSeconds ?? 0, failures >= MOST_FAILURES ? REST_SECONDS : 0)
        if (seconds > 0) await rest(seconds, error.what)
      }
      throw error
    }
  }
}
