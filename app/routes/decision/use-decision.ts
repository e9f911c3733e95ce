import { useMemo, useState } from 'react'
import { useReadAgain } from '#app/components/use-read-again.ts'
import { useLiveRows } from '#app/live/use-live.ts'
import { madeOf, type Made } from '#app/routes/decision/decision-state.ts'
import type { Loaded } from '#app/routes/decision/route.tsx'

/** The decision after the pushes: whether it is open, and where a choice that was made stands. */
export function useDecision({ row, acts: loadedActs, asked, paused, undoMs }: Loaded) {
  const rows = useMemo(() => [row], [row])
  const [current = row] = useLiveRows('escalation', rows)
  const acts = useLiveRows('act', loadedActs)
  useReadAgain(current.version > asked.version)
  const undo = useUndo(asked.status === 'decided' ? asked.decision.undoUntil : '', undoMs)
  const made: Made | null =
    asked.status === 'decided'
      ? madeOf({ recordedOnly: asked.decision.recordedOnly, acts, paused, canUndo: undo.ms > 0 })
      : null
  const isOpen = asked.status === 'pending' || asked.status === 'expired' || asked.status === 'snoozed'
  return { acts, made, isOpen, undo }
}

/** The undo that the server granted, as it stood when it was first read; over when its countdown has run out. */
function useUndo(until: string, ms: number) {
  const [granted, setGranted] = useState({ until, ms })
  if (granted.until !== until) setGranted({ until, ms })
  return { ms: granted.ms, end: () => setGranted({ until, ms: 0 }) }
}
