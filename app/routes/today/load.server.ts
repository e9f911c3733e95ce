import type { LoaderFunctionArgs } from '@remix-run/node'
import type { useLoaderData } from '@remix-run/react'
import { cardOf } from '#app/act-card.server.ts'
import { MILESTONE_WORDS, ragLine } from '#app/document-words/fields.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { actRow, escalationRow } from '#app/rows.server.ts'
import { seenUntil } from '#app/seen.server.ts'
import { readSince, services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { plainDate } from '#app/times.ts'
import { DIAL_WORDS } from '#src/domain/project.ts'

const DAY_MS = 86_400_000
const MILESTONES = 3

type View = Awaited<ReturnType<typeof services.viewToday>>
type Stand = View['stands'][number]

/** The picture of now. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePm(request)
  const { businessNow } = services.pace()
  const [view, out] = await orRefuse(Promise.all([services.viewToday(), services.viewGoingOut()]))
  const { stands, open, later, held, done, checks, healed, ...today } = view
  const dayAgo = new Date(businessNow.getTime() - DAY_MS).toISOString()
  const since = (await seenUntil(request, businessNow.toISOString())) ?? dayAgo
  return {
    ...today,
    since,
    routine: readSince(checks, since),
    healed: healed && healed.to > since ? healed : null,
    open: open.map(escalationRow),
    later: later.map(escalationRow),
    acts: [...held, ...done].map(actRow),
    held: out.held.map((each) => cardOf(each)),
    undoable: done.flatMap((act) => undoableOf(act, stands)),
    projects: stands.map(standWords),
    promises: stands.flatMap(({ documents }) => documents.delivery_state?.content.promises ?? []),
  }
}

/** A change of a document that is still its last one. */
function undoableOf(act: View['done'][number], stands: Stand[]) {
  if (act.payload.kind !== 'artefact_update' || act.status !== 'done') return []
  const { artefactType } = act.payload
  const stand = stands.find(({ project }) => project.id === act.projectId)
  const document = stand?.documents[artefactType]
  if (!document?.previousVersion || String(document.version) !== act.receipt.id) return []
  return [{ actId: act.id, projectId: act.projectId, artefactType, version: document.version }]
}

function standWords({ project: { id, name, autonomyLevel }, documents }: Stand) {
  const { rag, sprint, milestones = [] } = documents.delivery_state?.content ?? {}
  return {
    ...{ id, name, dial: DIAL_WORDS[autonomyLevel] },
    rag: ragLine(rag?.value ?? null, rag?.proposed ?? null),
    sprint: sprint ? { name: sprint.name, ...sprint.points } : null,
    milestones: milestones
      .filter(({ status }) => status !== 'completed')
      .slice(0, MILESTONES)
      .map(({ name: what, dueOn, status }) => `${what} ${plainDate(dueOn)}: ${MILESTONE_WORDS[status]}`),
  }
}

/** What the loader gives, as the page receives it. */
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
