import { subSeconds } from 'date-fns/subSeconds'
import { changeRunning } from './change-running.ts'
import type { PauseDeps } from './deps.ts'

/** Asked again within this time, the check that was asked for is the answer. */
const ONCE_IN_SECONDS = 60

/** Asks for a check out of turn. While one is at work, or was asked for just now, that one is it. Throws NeverRan. */
export async function checkNow(deps: PauseDeps): Promise<'asked' | 'at work'> {
  const asked = await changeRunning(deps, ({ lease, askedAt }) => {
    const lately = subSeconds(deps.now(), ONCE_IN_SECONDS).toISOString()
    return lease || (askedAt !== null && askedAt > lately) ? undefined : { askedAt: deps.now().toISOString() }
  })
  return asked ? 'asked' : 'at work'
}
