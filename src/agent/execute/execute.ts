import { confidenceOf, type Confidence } from '#src/domain/confidence.ts'
import { grow } from '#src/domain/escalation-growth.ts'
import {
  isOpen,
  supersede,
  type Escalation,
  type EscalationDraft,
  type OpenEscalation,
} from '#src/domain/escalation.ts'
import { eventOf, type ActivityEvent, type EventKind } from '#src/domain/event.ts'
import { sourcesOf, type Evidence } from '#src/domain/evidence.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Over, Proposal, SuggestedAct } from '#src/domain/proposal.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { performDue } from '#src/executor/perform.ts'
import { propose } from '#src/executor/propose.ts'
import type { PageOfCheck } from '../messages.ts'
import type { PageReader } from '../open-signals.ts'
import { projectsOf } from '../projects-of.ts'
import { wokenBy } from './wake-put-off.ts'

export type ExecuteDeps = PageReader & {
  executor: ExecutorDeps
  proposal(projectId: string, slot: string, page: number): Promise<Proposal | undefined>
  escalations: {
    get(projectId: string, id: string): Promise<Escalation | undefined>
    open(projectId: string): Promise<OpenEscalation[]>
    /** Whether some decision of the project, answered or not, rests on this signal. */
    carries(projectId: string, signalId: string): Promise<boolean>
    save(
      next: Escalation,
      also: { events: ActivityEvent[]; cites?: string[]; replaces?: Escalation[] },
    ): Promise<void>
  }
  matter(projectId: string, id: string): Promise<Matter | undefined>
  saveEvents(events: ActivityEvent[]): Promise<void>
}

/** Takes what reasoning proposed: raises and grows decisions, closes overtaken ones, and gives every act to the executor. */
export async function execute(deps: ExecuteDeps, check: PageOfCheck): Promise<PageOfCheck> {
  for (const [projectId, signals] of await projectsOf(deps, check)) {
    await wake(deps, projectId, signals)
    const found = await deps.proposal(projectId, check.slot, check.page)
    if (!found) continue
    await sayProblems(deps, found)
    await overtake(deps, found)
    for (const draft of found.drafts) await raise(deps, draft, found.drafts)
    for (const wanted of found.acts) await act(deps, projectId, wanted)
  }
  return check
}

/** What was put off until this happened is asked again, before anything else is made of it. */
async function wake(deps: ExecuteDeps, projectId: string, signals: Signal[]): Promise<void> {
  if (signals.length === 0) return
  const woken = wokenBy(await deps.escalations.open(projectId), signals, deps.executor.now())
  for (const { asked, because } of woken) {
    const events = [say(deps, asked, 'escalation_returned', `Asked again, ${because}: ${asked.title}`)]
    await deps.escalations.save(asked, { events })
  }
}

/**
 * A decision is raised once; while it waits it grows with the facts, and once it is answered it stays answered. A new
 * episode of a matter takes the place of the one that waits.
 */
async function raise(deps: ExecuteDeps, draft: EscalationDraft, drafts: EscalationDraft[]): Promise<void> {
  const { executor } = deps
  const { projectId, matterId } = draft
  const id = executor.newId(new Date(draft.since), projectId, matterId, ruleOf(draft), draft.episode)
  const known = await deps.escalations.get(projectId, id)
  const cites = draft.facts.map((fact) => fact.signalId)
  if (known) {
    const grown = isOpen(known) ? grow(known, draft, executor.now()) : null
    if (!grown) return
    const events = [say(deps, grown, 'escalation_grown', `More is known: ${grown.title}`)]
    await deps.escalations.save(grown, { events, cites })
    return
  }
  // A question that another decision has carried to the PM is not put a second time by itself.
  if (ruleOf(draft) === QUESTION && (await deps.escalations.carries(projectId, draft.episode))) return
  const raised = raisedFrom(draft, id, executor.now())
  const replaces = await replacedBy(deps, raised, drafts)
  const events = [
    say(deps, raised, 'escalation_raised', `Needs you: ${raised.title}`),
    ...replaces.map((old) =>
      say(deps, old, 'escalation_superseded', `Replaced by a newer decision: ${old.title}`),
    ),
  ]
  await deps.escalations.save(raised, { events, cites, replaces })
}

/** Open decisions of the same matter and rule whose own episode is found no more, each as the newer one leaves it. */
async function replacedBy(
  deps: ExecuteDeps,
  raised: Escalation,
  drafts: EscalationDraft[],
): Promise<Escalation[]> {
  const open = await deps.escalations.open(raised.projectId)
  return open
    .filter((asked) => isSameQuestion(asked, raised))
    .filter(
      (asked) => !drafts.some((draft) => isSameQuestion(draft, asked) && draft.episode === asked.episode),
    )
    .map((asked) =>
      supersede(asked, `A newer decision asks: ${raised.title}`, deps.executor.now(), raised.id),
    )
}

function raisedFrom(draft: EscalationDraft, id: string, now: Date): Escalation {
  const at = now.toISOString()
  return {
    ...draft,
    ...{ id, version: 1, grewIn: 1, despite: [], tried: [], status: 'pending', createdAt: at, updatedAt: at },
    refs: [...new Set(draft.facts.map((fact) => fact.ref))],
    confidence: confidenceOfRaised(draft.facts),
  }
}

/** The panel of a decision: nothing of it goes out without the PM, and no like one speaks for or against it. */
function confidenceOfRaised(facts: Evidence[]): Confidence {
  return confidenceOf({
    ...{ sources: sourcesOf(facts), sourcesWanted: 1, boundary: 'approval' },
    ...{ contradictions: [], schemaProblem: null, precedents: [] },
  })
}

/** The playbook whose decision is nothing but somebody's question; its episode is the mail that asks. */
const QUESTION = 'sponsor-question'

/** A rule's name without its version: a better rule answers the same question. */
const ruleOf = ({ rule }: { rule: string }) => rule.split('@')[0] ?? rule

type Asked = { matterId: string; rule: string }

/** Of one matter, by one playbook: whichever episode it is of. */
const isSameQuestion = (one: Asked, other: Asked) =>
  one.matterId === other.matterId && ruleOf(one) === ruleOf(other)

/** Closes what the facts have answered, unless the same rule still finds the question standing, or the PM does. */
async function overtake(deps: ExecuteDeps, { projectId, over, drafts }: Proposal): Promise<void> {
  if (over.length === 0) return
  for (const asked of await deps.escalations.open(projectId)) {
    const is = (each: Over | EscalationDraft) => isSameQuestion(each, asked)
    const moved = over.find((each) => is(each) && !asked.despite.includes(each.because))
    if (!moved || drafts.some((draft) => is(draft) && draft.episode === asked.episode)) continue
    const next = supersede(asked, moved.because, deps.executor.now())
    const events = [say(deps, next, 'escalation_superseded', `Overtaken. ${moved.because}`)]
    await deps.escalations.save(next, { events })
  }
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

function say(deps: ExecuteDeps, about: Escalation, kind: EventKind, text: string): ActivityEvent {
  const at = deps.executor.now()
  const id = deps.executor.newId(at, about.id, about.version, kind)
  const { projectId, id: escalationId } = about
  return eventOf({ id, projectId, kind, text, ref: about.refs[0] ?? null, escalationId }, at)
}
