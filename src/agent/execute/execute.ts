import type { EscalationDraft } from '#src/domain/escalation.ts'
import type { Matter } from '#src/domain/matter.ts'
import { eventOf } from '#src/domain/event.ts'
import type { Proposal, SuggestedAct } from '#src/domain/proposal.ts'
import { performDue } from '#src/executor/perform.ts'
import { propose } from '#src/executor/propose.ts'
import type { PageOfCheck } from '../messages.ts'
import type { PageReader } from '../open-signals.ts'
import { projectsOf } from '../projects-of.ts'
import { dearestFirst, readOnce } from './attend.ts'
import { countWeighed, sayKeptBack, type KeptBackDeps } from './kept-back.ts'
import { decisionsOf, isOnlyWords, overtake, raise, wake, type DecisionsDeps } from './decisions.ts'

export type ExecuteDeps = PageReader &
  KeptBackDeps &
  DecisionsDeps & {
    proposal(projectId: string, slot: string, page: number): Promise<Proposal | undefined>
    matter(projectId: string, id: string): Promise<Matter | undefined>
  }

/** Takes what reasoning proposed: raises and grows decisions, closes overtaken ones, and gives every act to the executor. */
export async function execute(deps: ExecuteDeps, check: PageOfCheck): Promise<PageOfCheck> {
  for (const [projectId, signals] of await projectsOf(deps, check)) {
    const known = await decisionsOf(deps, projectId)
    await wake(deps, known, signals)
    const found = await deps.proposal(projectId, check.slot, check.page)
    if (!found) continue
    await sayProblems(deps, found)
    await sayKeptBack(deps, found)
    await countWeighed(deps, found)
    await overtake(deps, known, found)
    const raising = readOnce(deps)
    for (const draft of inTurn(found.drafts)) await raise(raising, known, draft, found.drafts)
    for (const wanted of found.acts) await act(deps, projectId, wanted)
  }
  return check
}

/** The dearest first, so that it is the one that interrupts; mere words last, since another decision may carry them. */
function inTurn(drafts: EscalationDraft[]): EscalationDraft[] {
  const others = drafts.filter((each) => !isOnlyWords(each))
  return [...dearestFirst(others), ...dearestFirst(drafts.filter(isOnlyWords))]
}

/** Says in the log what could not be thought over; the changes themselves are recorded and settled. */
async function sayProblems(deps: ExecuteDeps, { projectId, slot, problems }: Proposal): Promise<void> {
  const { executor } = deps
  const events = problems.map((problem) => {
    const id = executor.newId(new Date(slot), projectId, 'set aside', problem)
    const text = `Could not be thought over and is set aside: ${problem}`
    return eventOf({ id, projectId, kind: 'matter_set_aside', text }, executor.now())
  })
  if (events.length > 0) await deps.saveEvents(events)
}

async function act(deps: ExecuteDeps, projectId: string, wanted: SuggestedAct): Promise<void> {
  const matter = await deps.matter(projectId, wanted.matterId)
  const placed = await propose(deps.executor, { projectId, ticket: matter?.ticket ?? null }, wanted)
  if (placed.status === 'planned') await performDue(deps.executor, placed)
}
