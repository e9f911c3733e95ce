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

/** Only one that begins to interrupt: of what waits quietly nobody is told, and of what is known nobody again. */
function raisedNow(pushed: LiveRow<'escalation'>): ScreenRow<'escalation'> | undefined {
  return pushed.status === 'pending' && pushed.attention === 'interrupts' ? pushed : undefined
}
