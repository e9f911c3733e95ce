import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useCallback } from 'react'
import { z } from 'zod'
import { Page } from '#app/components/page.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { useMoment } from '#app/components/moment.tsx'
import { useNoActs, useNoDocuments } from '#app/components/use-no-news.ts'
import { useLiveRows } from '#app/live/use-live.ts'
import { orRefuse } from '#app/refusals.server.ts'
import type { LiveRow, ScreenRow } from '#app/rows.ts'
import { byDay, type Idle } from '#app/routes/activity/by-day.ts'
import { EventRow } from '#app/routes/activity/event-row.tsx'
import { Filter } from '#app/routes/activity/filter.tsx'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { counted } from '#app/times.ts'
import { eventGroup, groupOf } from '#src/domain/event.ts'

export const meta: MetaFunction = () => [{ title: 'Activity · Workbench' }]

const query = z.object({
  show: eventGroup.nullable().catch(null),
  project: z.string().min(1).nullable().catch(null),
})

/** What happened in the last week, all of it or what the address narrows it to. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePm(request)
  const { searchParams } = new URL(request.url)
  const asked = query.parse({ show: searchParams.get('show'), project: searchParams.get('project') })
  const filter = { group: asked.show, project: asked.project }
  const { events, idle, projects, more } = await orRefuse(services.viewActivity(filter))
  const rows: ScreenRow<'event'>[] = events
  return { events: rows, idle, more, filter, projects: projects.map(({ id }) => id) }
}

export default function Activity() {
  const { events: loaded, idle, more, filter, projects } = useLoaderData<typeof loader>()
  const { group, project } = filter
  const adopt = useCallback(
    (pushed: LiveRow<'event'>): ScreenRow<'event'> | undefined => {
      const isOfGroup = group === null || groupOf(pushed.kind ?? '') === group
      return isOfGroup && (project === null || pushed.projectId === project) ? pushed : undefined
    },
    [group, project],
  )
  const events = useLiveRows('event', loaded, adopt)
  useNoActs()
  useNoDocuments()
  const { now, zone } = useMoment()
  const checksToo = project === null && (group === null || group === 'checks')
  const days = byDay(events, checksToo ? idle : [], now, zone)
  return (
    <Page title="Activity" under="The last seven days">
      <Filter filter={filter} projects={projects} />
      {(group === null || group === 'changes') && <ReadInAll projects={projects} />}
      {days.length === 0 && <Nothing>Nothing of this kind has happened in the last seven days.</Nothing>}
      <div className="flex max-w-3xl flex-col gap-8">
        {days.map(({ day, events: those, idle: quiet }) => (
          <Section key={day} title={day}>
            <ol className="divide-y divide-line text-[0.9375rem]">
              {those.map((event) => (
                <EventRow key={event.id} event={event} />
              ))}
            </ol>
            {quiet && <IdleChecks idle={quiet} />}
          </Section>
        ))}
      </div>
      {more && <Nothing>Older lines are not shown. Narrow the list to see further back.</Nothing>}
    </Page>
  )
}

/** What is routine has no line of its own here. */
function ReadInAll({ projects }: { projects: string[] }) {
  return (
    <p className="mb-4 text-sm text-soft">
      Routine changes and mails have no line here. Everything that was read:{' '}
      {projects.map((id) => (
        <Link
          key={id}
          to={`/projects/${id}/signals`}
          className="mr-3 inline-flex min-h-11 items-center text-deep underline-offset-4 hover:underline"
        >
          {id} ›
        </Link>
      ))}
    </p>
  )
}

function IdleChecks({ idle: { checks, failed } }: { idle: Idle }) {
  return (
    <p className="py-2 text-sm text-soft">
      {counted(checks, 'check')}, nothing new{failed > 0 && `; ${failed} failed`}
    </p>
  )
}
