import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { When } from '#app/components/moment.tsx'
import { Page } from '#app/components/page.tsx'
import { Nothing } from '#app/components/ui/section.tsx'
import { orRefuse } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { signalPath } from '#app/signal-path.ts'
import { sourceWord } from '#app/source-words.ts'
import { bandOf } from '#src/domain/verdict.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Read last, ${data.name} · Workbench` : 'Workbench' },
]

/** What was read of a project last, and how each was sorted. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePm(request)
  const { project, signals, more } = await orRefuse(services.viewRead(params['project'] ?? ''))
  return {
    ...{ projectId: project.id, name: project.name, more },
    read: signals.map(({ signal: { id, occurredAt, verdict, setAside }, line }) => ({
      ...{ id, line, at: occurredAt, isAside: setAside !== null },
      sorted: verdict === null ? null : bandOf(verdict.importance),
    })),
  }
}

export default function Read() {
  const { projectId, name, read, more } = useLoaderData<typeof loader>()
  return (
    <Page title={`Read last: ${name}`} under="Every change and mail, newest first, and how it was sorted">
      {read.length === 0 && <Nothing>Nothing has been read yet.</Nothing>}
      <ul className="max-w-3xl divide-y divide-line text-[0.9375rem]">
        {read.map(({ id, line, at, sorted, isAside }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 py-1.5 sm:flex-nowrap">
            <Link
              to={signalPath(projectId, id)}
              className="min-w-0 flex-1 basis-full py-1.5 wrap-anywhere underline-offset-4 hover:underline sm:basis-0"
            >
              <span data-private>{line}</span>
              <span className="block text-sm text-soft">
                {sourceWord(id)}, <When at={at} as="clock" />
              </span>
            </Link>
            <span className="text-sm text-soft">{isAside ? 'set aside' : (sorted ?? 'not sorted yet')}</span>
            <Link
              to={`${signalPath(projectId, id)}#wrong`}
              aria-label={`Wrong: ${line}`}
              className="inline-flex min-h-11 items-center text-sm text-deep underline-offset-4 hover:underline"
            >
              Wrong
            </Link>
          </li>
        ))}
      </ul>
      {more && <Nothing>Older ones are not shown.</Nothing>}
    </Page>
  )
}
