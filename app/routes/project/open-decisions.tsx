import { Link } from '@remix-run/react'
import { useMoment } from '#app/components/moment.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { useLiveRows } from '#app/live/use-live.ts'
import type { ScreenRow } from '#app/rows.ts'
import { dayAndClock } from '#app/times.ts'

type Decision = ScreenRow<'escalation'>

/** What of this project waits for a choice. */
export function OpenDecisions({ decisions }: { decisions: Decision[] }) {
  const { now, zone } = useMoment()
  const rows = useLiveRows('escalation', decisions)
  const open = rows.filter(({ status }) => status === 'pending' || status === 'expired')
  return (
    <Section title={`Needs you (${open.length})`}>
      {open.length === 0 && <Nothing>Nothing needs you.</Nothing>}
      <ul className="divide-y divide-line text-[0.9375rem]">
        {open.map(({ id, projectId, title, decideBy }) => (
          <li key={id}>
            <Link
              to={`/projects/${projectId}/decisions/${id}`}
              className="flex min-h-11 flex-col py-2 hover:underline"
            >
              <span>{title}</span>
              <span className="text-sm text-soft">
                {decideBy ? `by ${dayAndClock(decideBy, now, zone)}` : 'no deadline'}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
