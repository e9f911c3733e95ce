import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { When } from '#app/components/moment.tsx'
import { Page } from '#app/components/page.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { orRefuse } from '#app/refusals.server.ts'
import { entriesOf } from '#app/routes/project/entries.server.ts'
import { Entry } from '#app/routes/project/entry.tsx'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { DIAL_WORDS } from '#src/domain/project.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Project'} · Workbench` },
]

/** A project's RAID log, and what each entry rests on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePm(request)
  const { project, raidLog, changes } = await orRefuse(services.viewProject(params['project'] ?? ''))
  return {
    id: project.id,
    name: project.name,
    dial: DIAL_WORDS[project.autonomyLevel],
    updatedAt: raidLog?.updatedAt ?? null,
    version: raidLog?.version ?? 0,
    ...entriesOf(raidLog?.content.items ?? [], changes),
  }
}

export default function Project() {
  const { id, name, dial, updatedAt, version, open, closed } = useLoaderData<typeof loader>()
  return (
    <Page
      title={name}
      under={
        <>
          {id} · Dial: {dial}
        </>
      }
    >
      <Section
        title={`RAID log (${open.length})`}
        aside={
          updatedAt && (
            <span className="text-sm text-soft">
              Version {version}, <When at={updatedAt} as="clock" />
            </span>
          )
        }
      >
        {open.length === 0 && <Nothing>No open entries.</Nothing>}
        {open.map((entry) => (
          <Entry key={entry.item.id} entry={entry} />
        ))}
      </Section>
      {closed.length > 0 && (
        <Section title={`Closed (${closed.length})`} className="mt-8">
          {closed.map((entry) => (
            <Entry key={entry.item.id} entry={entry} />
          ))}
        </Section>
      )}
    </Page>
  )
}
