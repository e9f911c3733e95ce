import { useCallback, useMemo, useState } from 'react'
import { useNoDocuments, useNoEvents } from '#app/components/use-no-news.ts'
import { useReadAgain } from '#app/components/use-read-again.ts'
import { useLiveRows } from '#app/live/use-live.ts'
import { madeOf, type Made } from '#app/routes/decision/decision-state.ts'
import { trackerWord } from '#app/source-words.ts'
import type { Loaded } from '#app/routes/decision/load.server.ts'
import type { LiveRow, ScreenRow } from '#app/rows.ts'

type Act = ScreenRow<'act'>

/** The decision after the pushes: whether it is open, and where a choice that was made stands. */
export function useDecision({ row, acts: loadedActs, asked, paused, undoMs }: Loaded) {
  const rows = useMemo(() => [row], [row])
  const [current = row] = useLiveRows('escalation', rows)
  const receipts = useActsOf(asked, loadedActs)
  const chosen = asked.status === 'decided' ? asked.decision.actIds : []
  const acts = receipts.filter(({ id }) => chosen.includes(id))
  useNoEvents()
  useNoDocuments()
  useReadAgain(current.version > asked.version)
  const undo = useUndo(asked.status === 'decided' ? asked.decision.undoUntil : '', undoMs)
  const made: Made | null =
    asked.status === 'decided'
      ? madeOf({
          recordedOnly: asked.decision.recordedOnly,
          acts,
          paused,
          canUndo: undo.ms > 0,
          tracker: trackerWord(asked.facts),
        })
      : null
  const isOpen = asked.status === 'pending' || asked.status === 'expired' || asked.status === 'snoozed'
  return { acts, receipts, made, isOpen, undo }
}

/** The acts of the choice that stands and its entry in the log: those that were read, and those that a push has brought since. */
function useActsOf(asked: Loaded['asked'], loaded: Act[]): Act[] {
  const ofThis = useCallback(
    (pushed: LiveRow<'act'>): Act | undefined => (pushed.escalationId === asked.id ? pushed : undefined),
    [asked.id],
  )
  const acts = useLiveRows('act', loaded, ofThis)
  const ids = asked.status === 'decided' ? [...asked.decision.actIds, asked.decision.logActId] : []
  return acts.filter(({ id }) => ids.includes(id))
}

/** The undo that the server granted, as it stood when it was first read; over when its countdown has run out. */
function useUndo(until: string, ms: number) {
  const [granted, setGranted] = useState({ until, ms })
  if (granted.until !== until) setGranted({ until, ms })
  return { ms: granted.ms, end: () => setGranted({ until, ms: 0 }) }
}
