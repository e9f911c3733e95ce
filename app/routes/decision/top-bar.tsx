import { Link } from '@remix-run/react'
import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMoment } from '#app/components/moment.tsx'
import { cn } from '#app/components/ui/cn.ts'
import { MoreMenu } from '#app/routes/decision/more-menu.tsx'
import type { Loaded } from '#app/routes/decision/load.server.ts'
import { dayAndClock, exactTime, workingTimeWords } from '#app/times.ts'

const URGENT_MINUTES = 240

type Place = { projectId: string; id: string }

/** Back, whose decision it is, and which of how many. */
export function TopBar({ loaded, isOpen }: { loaded: Loaded; isOpen: boolean }) {
  const { asked, project, position, total, previous, next } = loaded
  return (
    <div className="flex min-h-14 items-center gap-2 py-1 text-sm">
      <Link to="/" className="-ml-2 flex min-h-11 items-center gap-1.5 rounded-md px-2 hover:bg-wash">
        <ArrowLeft aria-hidden className="size-4" />
        <span className="sr-only sm:not-sr-only">Today</span>
      </Link>
      <span aria-hidden className="hidden text-soft sm:inline">
        ·
      </span>
      <Link to={`/projects/${project.id}`} className="flex min-h-11 items-center gap-1.5 hover:underline">
        <span className="font-semibold">{project.id}</span>
        <span className="hidden text-soft sm:inline">{project.name}</span>
      </Link>
      <span className="ml-auto flex items-center gap-1">
        {position > 0 && (
          <span className="text-soft">
            <span className="hidden sm:inline">Decision </span>
            {position} of {total}
          </span>
        )}
        <Step to={previous} label="Previous decision" icon={<ChevronLeft aria-hidden className="size-4" />} />
        <Step to={next} label="Next decision" icon={<ChevronRight aria-hidden className="size-4" />} />
        <MoreMenu asked={asked} isOpen={isOpen} />
      </span>
    </div>
  )
}

function Step({ to, label, icon }: { to: Place | null; label: string; icon: ReactNode }) {
  if (!to) return null
  return (
    <Link
      to={`/projects/${to.projectId}/decisions/${to.id}`}
      aria-label={label}
      className="flex size-11 items-center justify-center rounded-md hover:bg-wash"
    >
      {icon}
    </Link>
  )
}

/** By when, and how much working time that leaves; where the deadline comes from, on tap. */
export function DecideBy({ asked, left }: Pick<Loaded, 'asked' | 'left'>) {
  const { now, zone } = useMoment()
  if (asked.decideBy === null || left === null) return <p className="text-sm text-soft">No deadline</p>
  const past = asked.decideBy < now
  const look = cn('text-sm', left.minutes <= URGENT_MINUTES ? 'font-semibold text-late' : 'text-soft')
  const words = (
    <>
      {past ? 'Was due ' : 'Decide by '}
      <time dateTime={asked.decideBy} title={exactTime(asked.decideBy, zone)}>
        {dayAndClock(asked.decideBy, now, zone)}
      </time>
      {!past && ` · ${workingTimeWords(left.minutes, left.minutesInDay)}`}
    </>
  )
  if (asked.decideByWhy === null) return <p className={look}>{words}</p>
  return (
    <details className="text-sm">
      <summary className={cn(look, 'inline-flex min-h-11 items-center gap-1.5')}>
        <span>{words}</span> <span aria-hidden>▸</span>
      </summary>
      <p data-private className="pb-1 text-soft">
        {asked.decideByWhy}
      </p>
    </details>
  )
}
