import { useEffect, useRef, useState } from 'react'
import { useLive } from '#app/live/use-live.ts'
import type { ScreenRow } from '#app/rows.ts'
import { changedSince } from '#app/routes/today/today-lists.ts'
import { counted } from '#app/times.ts'

const SHOWN_MS = 10_000

type Event = ScreenRow<'event'>

/** Said for ten seconds once a gap in the live connection is filled: how much happened meanwhile, and where it stands. */
export function Back({ events }: { events: Event[] }) {
  const changes = useBack(events)
  if (changes === null) return null
  return (
    <p
      role="status"
      className="fixed inset-x-0 top-3 z-40 mx-auto w-fit rounded-full bg-ink px-5 py-2 text-sm text-paper"
    >
      Up to date.{' '}
      {changes === 0 ? (
        'Nothing changed while you were away.'
      ) : (
        <a href="#changed" className="underline underline-offset-4">
          {counted(changes, 'change')} while you were away ›
        </a>
      )}
    </p>
  )
}

/**
 * How many matters changed in the last gap, for ten seconds; null otherwise. `events` as the loader read them: the first
 * list that is read once the connection is back fills the gap.
 */
function useBack(events: Event[]): number | null {
  const { state } = useLive()
  const known = useRef<Set<string> | null>(null)
  const atReturn = useRef<Event[] | null>(null)
  const [changes, setChanges] = useState<number | null>(null)
  useEffect(() => {
    if (state === 'reconnecting' || state === 'offline') known.current ??= new Set(events.map(({ id }) => id))
    atReturn.current = state === 'live' ? (atReturn.current ?? events) : null
    const before = known.current
    if (state !== 'live' || before === null || atReturn.current === events) return
    known.current = null
    setChanges(
      changedSince(
        events.filter(({ id }) => !before.has(id)),
        '',
      ).length,
    )
  }, [state, events])
  useEffect(() => {
    if (changes === null) return
    const timer = setTimeout(() => setChanges(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [changes])
  return changes
}
