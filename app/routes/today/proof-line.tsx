import { Link } from '@remix-run/react'
import { useAgent } from '#app/components/agent-context.ts'
import { useMoment } from '#app/components/moment.tsx'
import type { Loaded } from '#app/routes/today/load.server.ts'
import { daysApart, plainDate } from '#app/times.ts'

/** What a day came to by what stands outside, and whatever of it no permit was written for; the limits beside it. */
export function ProofLine({ proof }: Pick<Loaded, 'proof'>) {
  const { rung } = useAgent()
  return (
    <div className="mt-10 flex flex-wrap justify-between gap-x-6 border-t border-line py-2 text-sm text-soft">
      <div className="py-2">
        {proof ? <Proved {...proof} /> : 'The first day is proved on the morning after it.'}
      </div>
      <Link to="/cost" className="inline-flex min-h-11 items-center font-medium text-deep">
        Limits: {rung ? 'saving' : 'normal'} ›
      </Link>
    </div>
  )
}

function Proved({ day, line, problems }: NonNullable<Loaded['proof']>) {
  const { now, zone } = useMoment()
  const isYesterday = daysApart(`${day}T12:00:00.000Z`, now, zone) === -1
  return (
    <>
      <p>
        {isYesterday ? 'Yesterday' : plainDate(day)}: {line}{' '}
        <Link to="/activity?show=acts" className="font-medium text-deep underline-offset-4 hover:underline">
          Proof ›
        </Link>
      </p>
      {problems.map((problem) => (
        <p key={problem} className="mt-1 font-semibold text-late wrap-anywhere">
          {problem}
        </p>
      ))}
    </>
  )
}
