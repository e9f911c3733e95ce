import { createContext, useContext } from 'react'
import { dayAndClock, exactTime, whenWords } from '#app/times.ts'

/** Business time as of the last word from the server, and the PM's zone. */
export type Moment = { now: string; zone: string }

export const MomentContext = createContext<Moment>({ now: new Date(0).toISOString(), zone: 'Etc/UTC' })

/** The picture's own time: everything on a page is read against it. */
export function useMoment(): Moment {
  return useContext(MomentContext)
}

/** A time as people read it; hovering gives it exactly, with its zone. `as="clock"` never says "min ago". */
export function When({ at, as = 'when' }: { at: string; as?: 'when' | 'clock' }) {
  const { now, zone } = useMoment()
  const words = as === 'when' ? whenWords(at, now, zone) : dayAndClock(at, now, zone)
  return (
    <time dateTime={at} title={exactTime(at, zone)} className="whitespace-nowrap">
      {words}
    </time>
  )
}
