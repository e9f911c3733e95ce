import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Page } from '#app/components/page.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { useMoment } from '#app/components/moment.tsx'
import { useLiveRows } from '#app/live/use-live.ts'
import { orRefuse } from '#app/refusals.server.ts'
import type { LiveRow, ScreenRow } from '#app/rows.ts'
import { byDay } from '#app/routes/activity/by-day.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { clockTime, exactTime } from '#app/times.ts'

export const meta: MetaFunction = () => [{ title: 'Activity · Workbench' }]

/** What happened in the last week. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePm(request)
  const events: ScreenRow<'event'>[] = await orRefuse(services.recentEvents())
  return { events }
}

export default function Activity() {
  const loaded = useLoaderData<typeof loader>()
  const events = useLiveRows('event', loaded.events, anyEvent)
  const { now, zone } = useMoment()
  const days = byDay(events, now, zone)
  return (
    <Page title="Activity" under="Checks, decisions, acts and documents of the last seven days">
      {days.length === 0 && <Nothing>Nothing has happened yet.</Nothing>}
      <div className="flex max-w-3xl flex-col gap-8">
        {days.map(({ day, events: those }) => (
          <Section key={day} title={day}>
            <ol className="divide-y divide-line text-[0.9375rem]">
              {those.map((event) => (
                <EventRow key={event.id} event={event} />
              ))}
            </ol>
          </Section>
        ))}
      </div>
    </Page>
  )
}

function EventRow({
  event: { at, text, ref, projectId, escalationId, kind },
}: {
  event: ScreenRow<'event'>
}) {
  const { zone } = useMoment()
  const idle = kind === 'cycle_active'
  return (
    <li className={`grid grid-cols-[3.25rem_1fr_auto] gap-x-2 py-2 ${idle ? 'text-soft' : ''}`}>
      {at && (
        <time dateTime={at} title={exactTime(at, zone)} className="text-soft">
          {clockTime(at, zone)}
        </time>
      )}
      {escalationId ? (
        <Link
          to={`/projects/${projectId}/decisions/${escalationId}`}
          className="underline-offset-4 hover:underline"
        >
          {text}
        </Link>
      ) : (
        <span>{text}</span>
      )}
      <span className="text-sm text-soft">{ref}</span>
    </li>
  )
}

const anyEvent = (pushed: LiveRow<'event'>): ScreenRow<'event'> => pushed
