import type { LoaderFunctionArgs } from '@remix-run/node'
import type { useLoaderData } from '@remix-run/react'
import { cardOf } from '#app/act-card.server.ts'
import { canBeUndone } from '#app/act-words.ts'
import { MILESTONE_WORDS, ragLine } from '#app/document-words/fields.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { actRow, escalationRow } from '#app/rows.server.ts'
import { seenUntil } from '#app/seen.server.ts'
import { readSince, services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { plainDate } from '#app/times.ts'
import { demotionWords } from '#src/domain/demotion.ts'
import { DIAL_WORDS } from '#src/domain/project.ts'
import { proofLine, proofProblems } from '#src/domain/proof.ts'

const DAY_MS = 86_400_000
const MILESTONES = 3

type View = Awaited<ReturnType<typeof services.viewToday>>
type Stand = View['stands'][number]

/** The picture of now. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePm(request)
  const { businessNow } = services.pace()
  const [view, out] = await orRefuse(Promise.all([services.viewToday(), services.viewGoingOut()]))
  const { stands, open, later, held, done, checks, healed, proof, look, lowered, ...today } = view
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
    proof: proof && { day: proof.day, line: proofLine(proof), problems: proofProblems(proof) },
    look: look.map(({ project: { id, name }, open: count }) => ({ id, name, count })),
    lowered: lowered.map((project) => ({ id: project.id, words: demotionWords(project) })),
    promises: stands.flatMap(({ documents }) => documents.delivery_state?.content.promises ?? []),
  }
}

/** What was done and can be taken back by another act; of a document here only its last change, the others on their pages. */
function undoableOf(act: View['done'][number], stands: Stand[]) {
  if (act.status !== 'done' || act.undoneBy !== null || !canBeUndone(act.kind)) return []
  if (act.payload.kind === 'artefact_update') {
    const stand = stands.find(({ project }) => project.id === act.projectId)
    if (String(stand?.documents[act.payload.artefactType]?.version) !== act.receipt.id) return []
  }
  return [{ id: act.id, version: act.version, projectId: act.projectId, does: act.summary }]
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
