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
import { playbookOf } from '#src/domain/memory.ts'
import type { Over, Proposal } from '#src/domain/proposal.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { attended, type AttentionDeps } from './attend.ts'
import { comesAndGoes } from './comes-and-goes.ts'
import { wokenBy } from './wake-put-off.ts'

type Also = { events: ActivityEvent[]; cites?: string[]; replaces?: Escalation[] }

export type DecisionsDeps = AttentionDeps & {
  executor: Pick<ExecutorDeps, 'now' | 'newId' | 'hours'>
  escalations: {
    /** Every decision of the project, whatever became of it. */
    ofProject(projectId: string): Promise<Escalation[]>
    save(next: Escalation, also: Also): Promise<void>
  }
  saveEvents(events: ActivityEvent[]): Promise<void>
}

/**
 * A project's decisions by id, as this step leaves them. They are read once: each save holds only on the version that was
 * read, so whoever answers one meanwhile makes the step run again.
 */
export type Decisions = Map<string, Escalation>

/** Reads them. */
export async function decisionsOf(deps: DecisionsDeps, projectId: string): Promise<Decisions> {
  const found = await deps.escalations.ofProject(projectId)
  return new Map(found.map((each) => [each.id, each]))
}

async function save(deps: DecisionsDeps, known: Decisions, next: Escalation, also: Also): Promise<void> {
  await deps.escalations.save(next, also)
  for (const each of [next, ...(also.replaces ?? [])]) known.set(each.id, each)
}

const openOf = (known: Decisions) => [...known.values()].filter(isOpen)

/** What was put off until this happened is asked again, before anything else is made of it. */
export async function wake(deps: DecisionsDeps, known: Decisions, signals: Signal[]): Promise<void> {
  for (const { asked, because } of wokenBy(openOf(known), signals, deps.executor.now())) {
    const events = [say(deps, asked, 'escalation_returned', `Asked again, ${because}: ${asked.title}`)]
    await save(deps, known, asked, { events })
  }
}

/**
 * A decision is raised once; while it waits it grows with the facts, and once it is answered it stays answered. A new
 * episode of a matter takes the place of the one that waits.
 */
export async function raise(
  deps: DecisionsDeps,
  decisions: Decisions,
  draft: EscalationDraft,
  drafts: EscalationDraft[],
): Promise<void> {
  const { executor } = deps
  const { projectId, matterId } = draft
  const id = executor.newId(new Date(draft.since), projectId, matterId, playbookOf(draft), draft.episode)
  const known = decisions.get(id)
  const cites = draft.facts.map((fact) => fact.signalId)
  if (known) {
    const grown = isOpen(known) ? grow(known, draft, executor.now()) : null
    if (!grown) return
    const events = [say(deps, grown, 'escalation_grown', `More is known: ${grown.title}`)]
    await save(deps, decisions, grown, { events, cites })
    return
  }
  // What another decision has carried to the PM is not put a second time by itself.
  if (isOnlyWords(draft) && isCarried(decisions, draft.episode)) return
  if (comesAndGoes(draft, [...decisions.values()], executor.now())) {
    await sayNotAgain(deps, draft, id)
    return
  }
  const raised = await attended(deps, raisedFrom(draft, id, executor.now()), decisions.values())
  const replaces = replacedBy(deps, openOf(decisions), raised, drafts)
  const events = [
    say(deps, raised, 'escalation_raised', `Needs you: ${raised.title}`),
    ...replaces.map((old) =>
      say(deps, old, 'escalation_superseded', `Replaced by a newer decision: ${old.title}`),
    ),
  ]
  await save(deps, decisions, raised, { events, cites, replaces })
}

async function sayNotAgain(deps: DecisionsDeps, draft: EscalationDraft, id: string): Promise<void> {
  const { projectId, matterId: ref, since, title } = draft
  const { executor } = deps
  const kept = { id: executor.newId(new Date(since), id, 'kept back'), projectId, ref }
  const text = `Not raised again, it comes and goes: ${title}`
  await deps.saveEvents([eventOf({ ...kept, kind: 'escalation_kept_back', text }, executor.now())])
}

/** Whether a decision, answered or not, rests on this signal. */
function isCarried(decisions: Decisions, signalId: string): boolean {
  return [...decisions.values()].some(({ facts }) => facts.some((fact) => fact.signalId === signalId))
}

/** Open decisions of the same matter and rule whose own episode is found no more, each as the newer one leaves it. */
function replacedBy(
  deps: DecisionsDeps,
  open: OpenEscalation[],
  raised: Escalation,
  drafts: EscalationDraft[],
): Escalation[] {
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
    ...{
      id,
      version: 1,
      grewIn: 1,
      despite: [],
      tried: [],
      reply: null,
      beyondLimit: null,
      status: 'pending',
      createdAt: at,
      updatedAt: at,
    },
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

/** The playbooks whose decision is nothing but what somebody asks or tells; its episode is the mail that does. */
const WORDS = ['sponsor-question', 'trouble-told']
export const isOnlyWords = (draft: EscalationDraft) => WORDS.includes(playbookOf(draft))

type Asked = { matterId: string; rule: string }

/** Of one matter, by one playbook: whichever episode it is of. */
const isSameQuestion = (one: Asked, other: Asked) =>
  one.matterId === other.matterId && playbookOf(one) === playbookOf(other)

/** Closes what the facts have answered, unless the same rule still finds the question standing, or the PM does. */
export async function overtake(
  deps: DecisionsDeps,
  known: Decisions,
  { over, drafts }: Proposal,
): Promise<void> {
  if (over.length === 0) return
  for (const asked of openOf(known)) {
    const is = (each: Over | EscalationDraft) => isSameQuestion(each, asked)
    const moved = over.find((each) => is(each) && !asked.despite.includes(each.because))
    if (!moved || drafts.some((draft) => is(draft) && draft.episode === asked.episode)) continue
    const next = supersede(asked, moved.because, deps.executor.now())
    const events = [say(deps, next, 'escalation_superseded', `Overtaken. ${moved.because}`)]
    await save(deps, known, next, { events })
  }
}

function say(deps: DecisionsDeps, about: Escalation, kind: EventKind, text: string): ActivityEvent {
  const at = deps.executor.now()
  const id = deps.executor.newId(at, about.id, about.version, kind)
  const { projectId, id: escalationId } = about
  return eventOf({ id, projectId, kind, text, ref: about.refs[0] ?? null, escalationId }, at)
}
