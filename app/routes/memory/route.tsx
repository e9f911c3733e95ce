import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Page } from '#app/components/page.tsx'
import { Nothing } from '#app/components/ui/section.tsx'
import { useNoActs, useNoDocuments } from '#app/components/use-no-news.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { MemoryCard } from '#app/routes/memory/memory-card.tsx'
import { readRuling } from '#app/routes/memory/ruling.server.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Memory, ${data.name} · Workbench` : 'Workbench' },
]

/** What was learned in a project, from what, and what came of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePm(request)
  const { project, memories } = await orRefuse(services.viewMemories(params['project'] ?? ''))
  return { projectId: project.id, name: project.name, memories }
}

/** Changes what was learned, or takes it away. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { name: by } = await requirePm(request)
  const projectId = params['project'] ?? ''
  const { id, edit } = await orRefuse(readRuling(request))
  const which = { projectId, id }
  if (edit) await orRefuse(services.editMemory({ ...which, edit, by }))
  else await orRefuse(services.forgetMemory(which))
  return redirect(`/projects/${encodeURIComponent(projectId)}/memory`)
}

export default function MemoryPage() {
  const { name, memories } = useLoaderData<typeof loader>()
  useNoActs()
  useNoDocuments()
  return (
    <Page
      title={`Memory: ${name}`}
      under="What was learned from you. It can make things quieter or louder; it never sends anything."
    >
      {memories.length === 0 && (
        <Nothing>
          Nothing has been learned yet. Say “Wrong” of a change, a mail or a decision, and it is kept here.
        </Nothing>
      )}
      <ul className="flex max-w-3xl flex-col">
        {memories.map((memory) => (
          <MemoryCard key={`${memory.id} ${memory.version}`} memory={memory} />
        ))}
      </ul>
    </Page>
  )
}
