import { confidenceOf } from '#src/domain/confidence.ts'
import { supersede, type Escalation, type EscalationDraft } from '#src/domain/escalation.ts'
import type { ActivityEvent, EventKind } from '#src/domain/event.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { performDue } from '#src/executor/perform.ts'
import { propose } from '#src/executor/propose.ts'
import { mattersOf, type MattersDeps } from '../matters-of.ts'
import type { PageOfCheck } from '../messages.ts'

export type ExecuteDeps = MattersDeps & {
  executor: ExecutorDeps
  escalation(projectId: string, id: string): Promise<Escalation | undefined>
  saveEscalation(
    next: Escalation,
    also: { matter?: Matter; events: ActivityEvent[]; cites?: string[] },
  ): Promise<void>
  saveMatter(next: Matter, events?: ActivityEvent[]): Promise<void>
}

/** Takes what reasoning proposed: raises decisions, closes overtaken ones, and gives every act to the one executor. */
export async function execute(deps: ExecuteDeps, check: PageOfCheck): Promise<PageOfCheck> {
  for (const found of await mattersOf(deps, check)) {
    const { proposal } = found
    if (found.problem) await setAside(deps, found, found.problem)
    if (!proposal) continue
    const about = proposal.overtaken ? await overtake(deps, found, proposal.overtaken) : found
    if (proposal.draft) await raise(deps, about, proposal.draft)
    for (const wanted of proposal.acts) await act(deps, about, wanted)
  }
  return check
}

async function raise(deps: ExecuteDeps, about: Matter, draft: EscalationDraft): Promise<void> {
  const { executor } = deps
  const id = executor.newId(new Date(about.lastSignalAt), about.projectId, about.id, draft.rule)
  const waiting = about.raised && (await deps.escalation(about.projectId, about.raised.escalationId))
  if (waiting?.status === 'pending' || waiting?.status === 'snoozed') return
  if (await deps.escalation(about.projectId, id)) return
  const at = executor.now().toISOString()
  const cites = draft.facts.map((fact) => fact.signalId)
  const raised: Escalation = {
    ...draft,
    id,
    version: 1,
    status: 'pending',
    refs: [...new Set(draft.facts.map((fact) => fact.ref))],
    confidence: confidenceOf({
      contradictions: [],
      sources: [...new Set(cites.map((cited) => cited.split('/')[0] ?? ''))],
      sourcesWanted: 1,
      boundary: 'approval',
      schemaProblem: null,
      precedents: [],
    }),
    createdAt: at,
    updatedAt: at,
  }
  const matter = { ...about, version: about.version + 1, raised: { escalationId: id, rule: draft.rule, at } }
  const events = [eventOf(deps, raised, 'escalation_raised', `Needs you: ${raised.title}`)]
  await deps.saveEscalation(raised, { matter, events, cites })
}

async function overtake(deps: ExecuteDeps, about: Matter, because: string): Promise<Matter> {
  const asked = about.raised && (await deps.escalation(about.projectId, about.raised.escalationId))
  if (asked?.status !== 'pending' && asked?.status !== 'expired') return about
  const next = supersede(asked, because, deps.executor.now())
  const matter = { ...about, version: about.version + 1, raised: null }
  await deps.saveEscalation(next, {
    matter,
    events: [eventOf(deps, next, 'escalation_superseded', `Overtaken. ${because}`)],
  })
  return matter
}

/** Says in the log what could not be thought over; the changes themselves are recorded and settled. */
async function setAside(deps: ExecuteDeps, about: Matter, problem: string): Promise<void> {
  const at = deps.executor.now()
  const event: ActivityEvent = {
    id: deps.executor.newId(at, about.id, about.version, 'set aside'),
    version: 1,
    projectId: about.projectId,
    kind: 'matter_set_aside',
    at: at.toISOString(),
    text: `${about.id} could not be thought over and is set aside: ${problem}`.slice(0, 500),
    ref: about.id,
    actId: null,
    escalationId: null,
  }
  await deps.saveMatter({ ...about, version: about.version + 1, problem: null }, [event])
}

async function act(deps: ExecuteDeps, about: Matter, wanted: Parameters<typeof propose>[2]): Promise<void> {
  const placed = await propose(deps.executor, about, wanted)
  if (placed.status === 'planned') await performDue(deps.executor, placed)
  if (placed.kind !== 'jira_comment' || placed.status !== 'held' || about.commentedAt === placed.createdAt)
    return
  const [latest] = await deps.matters([{ projectId: about.projectId, id: about.id }])
  if (latest) await deps.saveMatter({ ...latest, version: latest.version + 1, commentedAt: placed.createdAt })
}

function eventOf(deps: ExecuteDeps, about: Escalation, kind: EventKind, text: string): ActivityEvent {
  const at = deps.executor.now()
  return {
    id: deps.executor.newId(at, about.id, about.version, kind),
    version: 1,
    projectId: about.projectId,
    kind,
    at: at.toISOString(),
    text,
    ref: about.refs[0] ?? null,
    actId: null,
    escalationId: about.id,
  }
}
