import type { Ask, Asked, Request } from './ask.ts'

/** Real time a step may spend on asking; the rest of its Lambda's time is for the last call and for saving. */
const ASKING_MS = 60_000

/**
 * Asks one after the other, so that each finds the prefix that the one before wrote to the cache, and hands every answer on
 * before the next is asked: what is saved is not asked again when the step is retried. When the service does not answer, or
 * the step's time for asking is over, the rest is left to the rules (undefined).
 */
export async function askEach<T>(
  deps: { ask: Ask; realNow(): Date },
  requests: Request<T>[],
  use: (asked: Asked<T> | undefined, index: number) => Promise<void>,
): Promise<void> {
  const until = deps.realNow().getTime() + ASKING_MS
  let gone = false
  for (const [index, request] of requests.entries()) {
    const over: boolean = gone || (index > 0 && deps.realNow().getTime() > until)
    const asked: Asked<T> | undefined = over ? undefined : await deps.ask(request)
    gone = over || (asked?.kind === 'no answer' && asked.why === 'unavailable')
    await use(asked, index)
  }
}
