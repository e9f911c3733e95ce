import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import type { DocumentUpdate, Proposal, SuggestedAct } from '#src/domain/proposal.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { performDue } from '#src/executor/perform.ts'
import { propose } from '#src/executor/propose.ts'
import type { PageOfCheck } from '../messages.ts'
import { openSignals, type PageReader } from '../open-signals.ts'
import { projectsOf } from '../projects-of.ts'
import { changesTold } from './changes-told.ts'

export type UpdateArtefactsDeps = PageReader & {
  executor: ExecutorDeps
  proposal(projectId: string, slot: string, page: number): Promise<Proposal | undefined>
  saveSignals(signals: Signal[]): Promise<void>
  saveEvents(events: ActivityEvent[]): Promise<void>
}

/** Field-level changes to the documents, through the executor like any act; then this page's signals are settled. */
export async function updateArtefacts(deps: UpdateArtefactsDeps, check: PageOfCheck): Promise<PageOfCheck> {
  for (const projectId of (await projectsOf(deps, check)).keys()) {
    const found = await deps.proposal(projectId, check.slot, check.page)
    for (const update of found?.updates ?? []) {
      const placed = await propose(deps.executor, { projectId, ticket: null }, asAct(update))
      await performDue(deps.executor, placed)
    }
  }
  const open = await openSignals(deps, check)
  const aside = open.filter((each) => each.setAside !== null)
  const told = [
    ...aside.map((each) => asideEvent(deps, each)),
    ...changesTold(deps.executor, open, deps.executor.now()),
  ]
  if (told.length > 0) await deps.saveEvents(told)
  await deps.saveSignals(open.map((each) => ({ ...each, version: each.version + 1, state: 'settled' })))
  return check.page < check.pages ? { ...check, page: check.page + 1, more: true } : { ...check, more: false }
}

/** What tried to give orders is said in the log, by sender and reason; its own words are not. */
function asideEvent({ executor }: UpdateArtefactsDeps, of: Signal): ActivityEvent {
  const what = of.source === 'outlook' ? '1 mail' : `a comment on ${of.ref}`
  const from = of.actor?.email ?? of.actor?.name ?? 'nobody'
  const id = executor.newId(new Date(of.occurredAt), of.id, 'set aside')
  const text = `Set aside: ${what} from ${from}. ${of.setAside ?? ''}`
  return eventOf(
    { id, projectId: of.projectId ?? 'GLOBAL', kind: 'signal_set_aside', text, ref: of.ref },
    executor.now(),
  )
}

function asAct({ artefactType, changes, ...about }: DocumentUpdate): SuggestedAct {
  return {
    ...about,
    payload: { kind: 'artefact_update', artefactType, changes },
    why: 'What the sources say has changed.',
    evidence: changes.flatMap((change) => change.evidence),
    premise: null,
  }
}
