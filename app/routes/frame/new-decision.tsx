import { useLiveRows } from '#app/live/use-live.ts'
import type { LiveRow, ScreenRow } from '#app/rows.ts'

/** The one polite live region: says that a decision has come, on whichever page one is. */
export function NewDecision() {
  const [newest] = useLiveRows('escalation', NONE, raisedNow)
  return (
    <p aria-live="polite" className="sr-only">
      {newest ? `New decision: ${newest.title ?? ''}` : ''}
    </p>
  )
}

const NONE: ScreenRow<'escalation'>[] = []

/** Only a decision that has just been raised: a later version is one the reader knows. */
function raisedNow(pushed: LiveRow<'escalation'>): ScreenRow<'escalation'> | undefined {
  return pushed.status === 'pending' && pushed.version === 1 ? pushed : undefined
}
