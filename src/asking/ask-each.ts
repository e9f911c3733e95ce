import type { Ask, Asked, Request } from './ask.ts'

/** Real time a step may spend on asking; the rest of its Lambda's time is for the last call and for saving. */
const ASKING_MS = 60_000

/**
 * Asks one after the other, so that each finds the prefix that the one before wrote to the cache. When the service does
 * not answer, or the step's time for asking is over, the rest is left to the rules (undefined).
 */
export async function askEach<T>(
  deps: { ask: Ask; realNow(): Date },
  requests: Request<T>[],
): Promise<(Asked<T> | undefined)[]> {
  const until = deps.realNow().getTime() + ASKING_MS
  const answers: (Asked<T> | undefined)[] = []
  for (const request of requests) {
    const last = answers.at(-1)
    const gone = last === undefined || (last.kind === 'no answer' && last.why === 'unavailable')
    const over = answers.length > 0 && (gone || deps.realNow().getTime() > until)
    answers.push(over ? undefined : await deps.ask(request))
  }
  return answers
}
