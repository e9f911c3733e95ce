import { Form, useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { actPath, canBeUndone, finality, isInJira, receiptWords } from '#app/act-words.ts'
import { useMoment } from '#app/components/moment.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { UndoAct } from '#app/components/undo-act.tsx'
import type { ScreenRow } from '#app/rows.ts'
import type { Made } from '#app/routes/decision/decision-state.ts'
import type { Loaded } from '#app/routes/decision/load.server.ts'
import { RuleButton } from '#app/routes/decision/rule-button.tsx'
import { WayOn } from '#app/routes/decision/way-on.tsx'
import { trackerWord } from '#app/source-words.ts'
import { dayAndClock } from '#app/times.ts'

type Props = { loaded: Loaded; acts: ScreenRow<'act'>[]; made: Made | null; moveFocus: boolean }

/** What became of the choice, line by line, each with what proves it; then the way on. */
export function Receipt({ loaded, acts, made, moveFocus }: Props) {
  const receipt = useFocus(moveFocus)
  const done = acts.filter(({ status }) => status === 'done')
  const final = finality(done.map(({ kind }) => kind))
  return (
    <div className="flex w-full flex-wrap items-end justify-between gap-x-6 gap-y-2 lg:flex-nowrap">
      <div ref={receipt} tabIndex={-1} role="group" aria-label="Receipt" className="min-w-0 text-[0.9375rem]">
        <p className="font-semibold">
          <Headline loaded={loaded} made={made} />
        </p>
        <ul>
          {done.map((act) => (
            <li key={act.id} className="flex flex-wrap items-center gap-x-5">
              <a
                href={act.receiptUrl ?? actPath(act)}
                className="inline-flex min-h-11 items-center text-deep hover:underline sm:min-h-7"
              >
                {receiptWords(act)} ›
              </a>
              {loaded.undone.includes(act.id) && <span className="text-sm text-soft">undone</span>}
              {canBeUndone(act.kind) && !loaded.undone.includes(act.id) && (
                <UndoAct act={act} does={act.summary ?? 'this act'} />
              )}
            </li>
          ))}
        </ul>
        {final && <p className="text-sm text-soft">{final}</p>}
        {loaded.asked.status === 'dismissed' && <RuleButton intent="bring-back">Reopen</RuleButton>}
        {made?.is === 'waiting' && <ResumeAndDo />}
        {made?.is === 'unknown' && <LookInJira loaded={loaded} acts={acts} />}
      </div>
      <WayOn asked={loaded.asked} made={made} next={loaded.next} />
    </div>
  )
}

function Headline({ loaded: { asked }, made }: { loaded: Loaded; made: Made | null }) {
  const { now, zone } = useMoment()
  if (asked.status === 'dismissed') return 'Dismissed. Nothing was sent.'
  if (asked.status === 'superseded')
    return asked.by === null ? 'Overtaken. Nothing was sent.' : 'Replaced. Nothing was sent.'
  if (asked.status !== 'decided' || made === null) return null
  const when = dayAndClock(asked.decision.at, now, zone)
  switch (made.is) {
    case 'recorded':
      return `Recorded, ${when}.`
    case 'held':
      return `Going out ${dayAndClock(made.at, now, zone)}.`
    case 'waiting':
      return 'Recorded. It waits until you resume.'
    case 'failed':
      return `Not done. ${made.reason} Nothing was changed.`
    case 'stopped':
      return `Not done. ${made.reason}`
    case 'unknown':
      return `Not certain: ${made.source} did not confirm what was to be done on ${made.ref}. It is being checked; it will not be sent twice.`
    case 'part':
      return `${made.done} of ${made.of} done. ${made.reason}`
    default:
      return `Done, ${when}.`
  }
}

/** What else waited is asked about first. */
function ResumeAndDo() {
  const { pathname } = useLocation()
  return (
    <Form method="post" action="/pause" className="mt-2">
      <input type="hidden" name="to" value={pathname} />
      <Button type="submit" name="paused" value="no">
        Resume and do it
      </Button>
    </Form>
  )
}

function LookInJira({ loaded, acts }: Pick<Props, 'loaded' | 'acts'>) {
  const unsure = acts.find(({ status, kind }) => status === 'unknown' && isInJira(kind))
  const url = loaded.asked.facts.find(({ ref, url: at }) => ref === unsure?.ref && at !== null)?.url
  if (!url) return null
  return (
    <Button asChild className="mt-2">
      <a href={url} target="_blank" rel="noreferrer">
        Look in {trackerWord(loaded.asked.facts)} ↗
      </a>
    </Button>
  )
}

/** Focus follows what the reader did, never takes them from elsewhere on the page. */
function useFocus(wanted: boolean) {
  const target = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const at = document.activeElement
    const isFree =
      at === null || at === document.body || !document.contains(at) || at.closest('#undo') !== null
    if (wanted && isFree) target.current?.focus({ preventScroll: true })
  }, [wanted])
  return target
}
