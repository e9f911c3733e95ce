import { Link } from '@remix-run/react'
import { useMoment } from '#app/components/moment.tsx'
import type { ScreenRow } from '#app/rows.ts'
import { signalPath } from '#app/signal-path.ts'
import { isTicket } from '#app/source-words.ts'
import { clockTime, exactTime } from '#app/times.ts'

/** One line of what happened; it opens its decision or its act. */
export function EventRow({ event }: { event: ScreenRow<'event'> }) {
  const { zone } = useMoment()
  const { at, text, ref, kind, projectId, signalId } = event
  const to = pathOf(event)
  return (
    <li
      className={`grid grid-cols-[3.25rem_1fr] gap-x-2 py-2 sm:grid-cols-[3.25rem_1fr_auto] ${kind === 'cycle_active' ? 'text-soft' : ''}`}
    >
      {at && (
        <time dateTime={at} title={exactTime(at, zone)} className="text-soft">
          {clockTime(at, zone)}
        </time>
      )}
      {to ? (
        <Link to={to} className="wrap-anywhere underline-offset-4 hover:underline">
          {text}
        </Link>
      ) : (
        <span className="wrap-anywhere">{text}</span>
      )}
      <span className="flex items-baseline gap-3 text-sm text-soft max-sm:col-start-2">
        {signalId && kind?.startsWith('change_') && (
          <Link
            to={`${signalPath(projectId, signalId)}#wrong`}
            aria-label={`Wrong: ${text ?? ''}`}
            className="-my-2 inline-flex min-h-11 items-center text-deep underline-offset-4 hover:underline sm:min-h-8"
          >
            Wrong
          </Link>
        )}
        <span className="hidden sm:block">{isTicket(ref) ? ref : ''}</span>
      </span>
    </li>
  )
}

function pathOf({ projectId, actId, escalationId, signalId, kind }: ScreenRow<'event'>): string | null {
  const project = `/projects/${projectId}`
  if (actId && (kind?.startsWith('act_') || kind === 'artefact_updated')) return `${project}/acts/${actId}`
  if (kind?.startsWith('memory_')) return `${project}/memory`
  if (kind === 'escalation_kept_back') return `${project}/memory`
  if (escalationId) return `${project}/decisions/${escalationId}`
  if (signalId) return signalPath(projectId, signalId)
  return /^(dial|spot)_/.test(kind ?? '') ? `${project}/trust` : null
}
