import { Link } from '@remix-run/react'
import { ChevronRight } from 'lucide-react'
import { attentionNote } from '#app/attention-words.ts'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { cn } from '#app/components/ui/cn.ts'
import { useMoment } from '#app/components/moment.tsx'
import type { ScreenRow } from '#app/rows.ts'
import { isOpen, restsOn } from '#app/routes/today/today-lists.ts'
import { useEnter } from '#app/routes/today/use-enter.ts'
import type { Shown } from '#app/routes/today/use-shown.ts'
import { clockTime, dayAndClock, exactTime } from '#app/times.ts'

const SHOWN = 3

type Decision = ScreenRow<'escalation'>

/** What waits for a choice. What comes while one reads waits behind a pill, so that nothing moves under a finger. */
export function NeedsYou({ shown, urgent, later }: { shown: Shown; urgent: string[]; later: Decision[] }) {
  const { visible, quiet, fresh, show } = shown
  const pressing = visible.filter(({ id }) => urgent.includes(id)).length
  const first = visible.slice(0, Math.max(SHOWN, pressing))
  const others = [...visible.slice(first.length), ...quiet]
  const all = [...visible, ...quiet]
  const putOff = later.filter(({ id }) => !all.some((each) => each.id === id))
  const row = (each: Decision) => (
    <DecisionRow
      key={each.id}
      decision={each}
      urgent={urgent.includes(each.id)}
      isFirst={each.id === first.find(isOpen)?.id}
    />
  )
  useEnter(first.find(isOpen))
  return (
    <Section
      title={`Needs you (${all.filter(isOpen).length})`}
      aside={
        fresh > 0 && (
          <button
            type="button"
            onClick={show}
            className="-my-3 min-h-11 rounded-full bg-deep px-5 text-sm font-semibold text-on-deep"
          >
            {fresh} new
          </button>
        )
      }
    >
      {all.length === 0 && <Nothing>Nothing needs you.</Nothing>}
      <ul className="divide-y divide-line">{first.map(row)}</ul>
      {others.length > 0 && (
        <details open={first.length === 0}>
          <summary className="flex min-h-11 items-center text-[0.9375rem] text-deep">
            ▸ {others.length} more can wait
          </summary>
          <ul className="divide-y divide-line">{others.map(row)}</ul>
        </details>
      )}
      {putOff.length > 0 && (
        <details>
          <summary className="flex min-h-11 items-center text-[0.9375rem] text-deep">
            ▸ {putOff.length} put off until later
          </summary>
          <ul className="divide-y divide-line">{putOff.map(row)}</ul>
        </details>
      )}
    </Section>
  )
}

type RowProps = { decision: Decision; urgent: boolean; isFirst: boolean }

function DecisionRow({ decision, urgent, isFirst }: RowProps) {
  const { id, projectId, title } = decision
  const open = isOpen(decision)
  const rests = restsOn(decision.refs ?? [])
  const note = attentionNote(decision)
  return (
    <li>
      <Link
        to={`/projects/${projectId}/decisions/${id}`}
        className={cn(
          'group my-1 flex items-center gap-3 border-l-4 py-2.5 pr-1 pl-3 hover:bg-wash',
          open ? (urgent ? 'border-late' : 'border-deep') : 'border-line text-soft',
        )}
      >
        <span className="flex-1">
          <span className="block text-[0.8125rem] text-soft">
            {projectId} · <Timing decision={decision} urgent={urgent} />
            {open && note !== null && ` · ${note}`}
            <span className="hidden lg:inline">{rests && ` · ${rests}`}</span>
          </span>
          <span className={cn('block leading-snug', open && 'font-medium')}>{title}</span>
        </span>
        {open && (
          <span
            aria-hidden
            className="hidden min-h-9 items-center gap-2 rounded-md border border-edge bg-sheet px-3 text-sm font-medium lg:flex"
          >
            Open {isFirst && <span className="font-normal text-soft">Enter</span>}
          </span>
        )}
        <ChevronRight aria-hidden className={cn('size-4 shrink-0 text-soft', open && 'lg:hidden')} />
      </Link>
    </li>
  )
}

function Timing({ decision, urgent }: { decision: Decision; urgent: boolean }) {
  const { now, zone } = useMoment()
  const { status, decideBy, decidedAt, optionName } = decision
  if (status === 'decided')
    return `decided ${decidedAt ? clockTime(decidedAt, zone) : ''}: ${optionName ?? ''}`
  if (status === 'dismissed') return 'dismissed'
  if (status === 'superseded') return 'overtaken'
  if (status === 'snoozed') return 'put off until later'
  if (!decideBy) return 'no deadline'
  const past = status === 'expired' || decideBy < now
  return (
    <time
      dateTime={decideBy}
      title={exactTime(decideBy, zone)}
      className={urgent ? 'font-semibold text-late' : ''}
    >
      {past ? 'was due' : 'by'} {dayAndClock(decideBy, now, zone)}
    </time>
  )
}
