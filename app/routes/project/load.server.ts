import { data, type LoaderFunctionArgs } from '@remix-run/node'
import type { useLoaderData } from '@remix-run/react'
import { diffsOf, reversed, type Diff } from '#app/document-words/diffs.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { escalationRow } from '#app/rows.server.ts'
import { entriesOf } from '#app/routes/project/entries.server.ts'
import { DOCUMENT_ON, tabOf, type Tab } from '#app/routes/project/tabs.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

type View = Awaited<ReturnType<typeof services.viewProject>>

/** Changes shown below a document. */
const SHOWN = 12

/** A project: one of its documents with its latest changes, its open decisions, and its dial. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePm(request)
  const tab = tabOf(params['tab'])
  if (!tab) throw data({ message: 'There is no such page.' }, { status: 404 })
  const view = await orRefuse(services.viewProject(params['project'] ?? ''))
  const { project, open, dial } = view
  return {
    ...{ tab, id: project.id, name: project.name, version: project.version, dial },
    open: open.map(escalationRow),
    shown: shownOn(tab, view),
    latest: latestOf(tab, view),
    rows: Object.values(view.documents).map(({ id, version, projectId }) => ({ id, version, projectId })),
  }
}

function shownOn(tab: Tab, { documents, changes, people, project }: View) {
  switch (tab) {
    case 'delivery':
      return {
        ...{ tab, projectId: project.id },
        delivery: documents.delivery_state?.content ?? null,
        version: documents.delivery_state?.version ?? 0,
      }
    case 'raid':
      return { tab, ...entriesOf(documents.raid_log?.content.items ?? [], changes.raid_log) }
    case 'backlog':
      return { tab, backlog: documents.backlog_summary?.content ?? null }
    case 'decisions':
      return { tab, projectId: project.id, entries: documents.decision_log?.content.entries ?? [] }
    case 'people':
      return { tab, people }
  }
}

/** What changed last in the document of a tab, and what taking it back would restore. */
function latestOf(tab: Tab, { documents, changes }: View) {
  if (tab === 'people') return null
  const type = DOCUMENT_ON[tab]
  const document = documents[type]
  const titles = new Map((documents.raid_log?.content.items ?? []).map(({ id, title }) => [id, title]))
  const diffs = diffsOf(changes[type], (id) => titles.get(id) ?? id.replace(/^[a-z]+-/, ''))
  return {
    ...{ type, version: document?.version ?? 0, updatedAt: document?.updatedAt ?? null },
    diffs: diffs.slice(0, SHOWN),
    undo: document && document.version > 0 ? undoOf(diffs, document.version) : null,
  }
}

function undoOf([last]: Diff[], version: number) {
  return last?.version === version ? reversed(last.lines) : []
}

/** What the loader gives, as the page receives it. */
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
export type Shown<T extends Tab> = Extract<Loaded['shown'], { tab: T }>
