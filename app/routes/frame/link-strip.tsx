import { Link, useLocation } from '@remix-run/react'
import { useMoment } from '#app/components/moment.tsx'
import { useLive } from '#app/live/use-live.ts'
import { clockTime } from '#app/times.ts'

/** How the page hangs on the live connection: nothing while it is live. Not the agent's status. A decision rests on facts. */
export function LinkStrip({ onDecision }: { onDecision: boolean }) {
  const link = useLive()
  const { now, zone } = useMoment()
  const { pathname } = useLocation()
  const look = 'border-b border-line bg-care-wash px-4 py-2 text-center text-sm text-care'
  switch (link.state) {
    case 'live':
      return <span hidden data-testid="live" />
    case 'connecting':
      return null
    case 'reconnecting':
      return (
        <p role="status" className={`${look} after-two-seconds`}>
          Reconnecting…
        </p>
      )
    case 'offline': {
      const since = clockTime(new Date(link.since).toISOString(), zone)
      return (
        <p role="status" className={look}>
          {onDecision
            ? `Offline. Facts as of ${clockTime(now, zone)}.`
            : `Offline since ${since}. This is the picture as of ${clockTime(now, zone)}.`}
        </p>
      )
    }
    case 'signed-out':
      return (
        <p role="status" className={look}>
          Signed out. This is the picture as of {clockTime(now, zone)}.{' '}
          <Link to={`/sign-in?to=${encodeURIComponent(pathname)}`} className="font-semibold underline">
            Sign in and return
          </Link>
        </p>
      )
  }
}
