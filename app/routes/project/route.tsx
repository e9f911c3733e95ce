import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Page } from '#app/components/page.tsx'
import { cn } from '#app/components/ui/cn.ts'
import { Section } from '#app/components/ui/section.tsx'
import { useNoActs, useNoEvents } from '#app/components/use-no-news.ts'
import { useReadAgain } from '#app/components/use-read-again.ts'
import { useLiveRows } from '#app/live/use-live.ts'
import { Backlog } from '#app/routes/project/backlog.tsx'
import { DecisionEntries } from '#app/routes/project/decision-entries.tsx'
import { Delivery } from '#app/routes/project/delivery.tsx'
import { Dial } from '#app/routes/project/dial.tsx'
import { LatestChanges } from '#app/routes/project/latest-changes.tsx'
import { loader, type Loaded } from '#app/routes/project/load.server.ts'
import { OpenDecisions } from '#app/routes/project/open-decisions.tsx'
import { People } from '#app/routes/project/people.tsx'
import { Raid } from '#app/routes/project/raid.tsx'
import { TAB_WORDS, tabPath, TABS } from '#app/routes/project/tabs.ts'

export { loader }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${TAB_WORDS[data.tab]}, ${data.name} · Workbench` : 'Workbench' },
]

export default function Project() {
  const loaded = useLoaderData<typeof loader>()
  const { id, name, version, dial, latest, open } = loaded
  const documents = useLiveRows('artefact', loaded.rows)
  useReadAgain(documents.some((each, index) => each.version > (loaded.rows[index]?.version ?? 0)))
  useNoActs()
  useNoEvents()
  return (
    <Page title={name} under={id}>
      <Tabs loaded={loaded} />
      <div className="grid gap-x-14 gap-y-8 pt-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,3fr)]">
        <div className="flex min-w-0 flex-col gap-8">
          <Document shown={loaded.shown} />
          {latest && <LatestChanges projectId={id} latest={latest} />}
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <OpenDecisions decisions={open} />
          <Dial projectId={id} version={version} settings={dial} />
          <Behind projectId={id} />
        </div>
      </div>
    </Page>
  )
}

/** What stands behind the documents: everything that was read, and what was learned from the PM. */
function Behind({ projectId }: { projectId: string }) {
  const look = 'flex min-h-11 items-center text-[0.9375rem] text-deep hover:underline'
  return (
    <Section title="Behind it">
      <Link to={`/projects/${projectId}/signals`} className={look}>
        What was read last, and how it was sorted ›
      </Link>
      <Link to={`/projects/${projectId}/memory`} className={look}>
        Memory: what was learned from you ›
      </Link>
    </Section>
  )
}

function Tabs({ loaded: { id, tab } }: { loaded: Loaded }) {
  return (
    <nav aria-label="Documents" className="-mx-4 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-1 max-sm:flex-wrap">
        {TABS.map((each) => (
          <li key={each}>
            <Link
              to={tabPath(id, each)}
              preventScrollReset
              aria-current={each === tab ? 'page' : undefined}
              className={cn(
                'flex min-h-11 items-center border-b-2 border-transparent px-2 text-[0.9375rem] text-soft hover:text-ink sm:px-3',
                each === tab && 'border-deep font-semibold text-ink',
              )}
            >
              {TAB_WORDS[each]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Document({ shown }: Pick<Loaded, 'shown'>) {
  switch (shown.tab) {
    case 'delivery':
      return <Delivery shown={shown} />
    case 'raid':
      return <Raid shown={shown} />
    case 'backlog':
      return <Backlog shown={shown} />
    case 'decisions':
      return <DecisionEntries shown={shown} />
    case 'people':
      return <People shown={shown} />
  }
}
