import { useMemo } from 'react'
import type { Moment } from '#app/components/moment.tsx'
import { useReadAgain } from '#app/components/use-read-again.ts'
import { useLiveRows } from '#app/live/use-live.ts'
import type { ScreenRow } from '#app/rows.ts'

type Status = ScreenRow<'status'>

/**
 * The agent's status after the pushes, and the time it is as of: a pushed heartbeat brings its own, which is then
 * the newest the browser knows. No timer of the browser's has a say in either.
 */
export function useStatus(loaded: Status, moment: Moment) {
  const rows = useMemo(() => [loaded], [loaded])
  const [status = loaded] = useLiveRows('status', rows)
  useReadAgain(isNews(loaded.state, status.state))
  const beat = status.checkedAt ?? moment.now
  const now = beat > moment.now ? beat : moment.now
  return { status, moment: useMemo(() => ({ now, zone: moment.zone }), [now, moment.zone]) }
}

/** What was read is told by the loader only. That the agent runs again is no news to read for: a push says it all. */
function isNews(loaded: Status['state'], pushed: Status['state']): boolean {
  return loaded !== pushed && loaded !== 'stopped' && loaded !== 'never'
}
