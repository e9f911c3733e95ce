import { cn } from '#app/components/ui/cn.ts'
import { More } from '#app/components/ui/closed.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import type { Loaded } from '#app/routes/trust/load.server.ts'
import { counted, plainDate } from '#app/times.ts'

type Day = Loaded['days'][number]

/** A strip of the days that are over, and why each that was not clean was not. */
export function CleanDays({ days, earned }: Pick<Loaded, 'days' | 'earned'>) {
  const stained = days.filter(({ stains }) => stains.length > 0)
  return (
    <Section title={`Clean days (${earned.cleanDays} of the last ${days.length})`}>
      <p className="mb-2 text-sm text-soft">
        A clean day has a check, and nothing that you stopped, wrote anew, took back or marked wrong, and less
        than 30 minutes blind. {counted(earned.approved, 'communication')} approved by you.
      </p>
      {days.length === 0 && <Nothing>No day is over yet.</Nothing>}
      <ol aria-label="Days" className="flex flex-wrap gap-1">
        {days.map(({ day, stains }) => (
          <li
            key={day}
            title={wordsOf({ day, stains })}
            className={cn(
              'flex size-7 items-center justify-center rounded-sm text-xs',
              stains.length === 0 ? 'bg-deep text-on-deep' : 'border border-dashed border-care text-care',
            )}
          >
            <span aria-hidden>{Number(day.slice(8))}</span>
            <span className="sr-only">{wordsOf({ day, stains })}</span>
          </li>
        ))}
      </ol>
      {stained.length > 0 && (
        <More
          summary={`Why ${counted(stained.length, 'day')} ${stained.length === 1 ? 'was' : 'were'} not clean`}
        >
          <ul className="text-[0.9375rem]">
            {stained.toReversed().map((each) => (
              <li key={each.day} className="py-1">
                {wordsOf(each)}
              </li>
            ))}
          </ul>
        </More>
      )}
    </Section>
  )
}

function wordsOf({ day, stains }: Day): string {
  const because = stains.map(stainWords).join(', ')
  return `${plainDate(day)}: ${because || 'clean'}`
}

function stainWords({ what, times }: Day['stains'][number]): string {
  switch (what) {
    case 'no check':
      return 'no check'
    case 'stopped':
      return `${times} stopped by you`
    case 'rewritten':
      return `${times} written anew by you`
    case 'undone':
      return `${times} taken back by you`
    case 'wrong':
      return `${times} marked wrong by you`
    case 'blind':
      return `blind for ${times} min`
  }
}
