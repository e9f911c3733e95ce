import { useFetcher } from '@remix-run/react'
import { isInJira, thingOf } from '#app/act-words.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { useMoment, When } from '#app/components/moment.tsx'
import type { ScreenRow } from '#app/rows.ts'
import { clockTime } from '#app/times.ts'

type Detail = { id: string; why: string; text: string }

/** What will leave in the PM's name. Absent when nothing will. */
export function GoingOut({ acts, details }: { acts: ScreenRow<'act'>[]; details: Detail[] }) {
  if (acts.length === 0) return null
  return (
    <Section title={`Going out (${acts.length})`}>
      <ul className="divide-y divide-line">
        {acts.map((act) => (
          <HeldAct key={act.id} act={act} detail={details.find(({ id }) => id === act.id)} />
        ))}
      </ul>
    </Section>
  )
}

function HeldAct({ act, detail }: { act: ScreenRow<'act'>; detail: Detail | undefined }) {
  const { now, zone } = useMoment()
  const at = act.heldUntil ?? now
  const thing = thingOf(act.kind ?? '')
  return (
    <li className="grid grid-cols-[3.5rem_1fr] gap-x-2 py-3">
      <span className="font-semibold">{clockTime(at, zone)}</span>
      <div>
        <p className="flex justify-between gap-3">
          <span className="font-medium">
            {thing.charAt(0).toUpperCase() + thing.slice(1)} {isInJira(act.kind) ? 'on ' : 'for '}
            {act.ref}
          </span>
          <span className="text-sm text-soft">
            <When at={at} />
          </span>
        </p>
        {detail && <p className="text-sm text-soft">{detail.why}</p>}
        <div className="mt-1 flex flex-wrap items-start gap-2">
          {detail && (
            <details className="-mb-2 order-last w-full">
              <summary className="flex min-h-11 items-center text-sm font-medium text-deep">
                Read the {thing}
              </summary>
              <blockquote className="mb-2 border-l-2 border-edge pl-3 text-[0.9375rem] whitespace-pre-line">
                {detail.text}
              </blockquote>
            </details>
          )}
          <Rulings act={act} thing={thing} />
        </div>
      </div>
    </li>
  )
}

function Rulings({ act, thing }: { act: ScreenRow<'act'>; thing: string }) {
  const fetcher = useFetcher()
  return (
    <fetcher.Form method="post" action="/going-out" className="flex flex-wrap gap-2 pt-1">
      <input type="hidden" name="projectId" value={act.projectId} />
      <input type="hidden" name="actId" value={act.id} />
      <input type="hidden" name="to" value="/" />
      <Button type="submit" size="small" name="ruling" value="stop" disabled={fetcher.state !== 'idle'}>
        Stop this {thing}
      </Button>
      <Button type="submit" size="small" name="ruling" value="send-now" disabled={fetcher.state !== 'idle'}>
        Send now
      </Button>
    </fetcher.Form>
  )
}
