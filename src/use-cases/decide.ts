import { addSeconds } from 'date-fns'
import { act, type Act } from '#src/domain/act.ts'
import { typeOf } from '#src/domain/act.ts'
import {
  AlreadyDecided,
  decide as decideDomain,
  optionOf,
  UNDO_SECONDS,
  type Decision,
  type Escalation,
  type OptionAct,
} from '#src/domain/escalation.ts'
import type { Project } from '#src/domain/project.ts'
import type { DecisionDeps } from './deps.ts'
import { NoSuchDecision } from './refusals.ts'

export type Choice = { projectId: string; escalationId: string; optionId: string; by: string; device: string }

/**
 * Answers a decision: one transaction makes it `decided` and plans its acts for ten real seconds later. At Observe the
 * choice is only recorded. Throws AlreadyDecided (with who, when and what), NoSuchChoice or NoSuchDecision.
 */
export async function decide(deps: DecisionDeps, choice: Choice): Promise<Escalation> {
  const { asked, project } = await find(deps, choice)
  const option = optionOf(asked, choice.optionId)
  const recordedOnly = project.autonomyLevel === 'monitoring'
  const acts = recordedOnly ? [] : await plan(deps, asked, project, choice.optionId, option.acts)
  const decision: Decision = {
    optionId: option.id,
    optionName: option.name,
    by: choice.by,
    device: choice.device,
    at: deps.now().toISOString(),
    undoUntil: addSeconds(deps.realNow(), UNDO_SECONDS).toISOString(),
    actIds: acts.map((each) => each.id),
    recordedOnly,
  }
  const decided = decideDomain(asked, decision)
  const text = `Decided: ${option.id}, ${option.name} (${asked.title})`
  const cites = asked.facts.map((fact) => fact.signalId)
  try {
    await deps.save(decided, { acts, events: [event(deps, decided, text)], cites })
  } catch (error) {
    throw await refusalFor(deps, choice, error)
  }
  return decided
}

async function find(deps: DecisionDeps, { projectId, escalationId }: Choice) {
  const [asked, project] = await Promise.all([
    deps.escalation(projectId, escalationId),
    deps.project(projectId),
  ])
  if (!asked || !project) throw new NoSuchDecision('There is no such decision.')
  return { asked, project }
}

async function plan(
  deps: DecisionDeps,
  asked: Escalation,
  project: Project,
  optionId: string,
  wanted: OptionAct[],
): Promise<Act[]> {
  const now = deps.now()
  const paused = await deps.paused()
  const notBefore = addSeconds(deps.realNow(), UNDO_SECONDS).toISOString()
  const ids = wanted.map((_, index) => deps.newId(now, asked.id, optionId, index, asked.version))
  const outward = wanted.findIndex((each) => each.payload.kind !== 'artefact_update')
  return wanted.map((each, index) =>
    act.parse({
      id: ids[index],
      version: 1,
      projectId: asked.projectId,
      matterId: asked.matterId,
      kind: typeOf(each.payload),
      ref: each.payload.kind === 'artefact_update' ? (asked.refs[0] ?? asked.matterId) : each.payload.key,
      payload: each.payload,
      summary: each.summary,
      why: asked.title,
      evidence: asked.facts,
      premise: each.premise,
      escalationId: asked.id,
      after: each.payload.kind === 'artefact_update' ? (ids[outward] ?? null) : null,
      gate: {
        dial: project.autonomyLevel,
        paused,
        boundary: 'approval',
        confidence: asked.confidence,
        fate: 'do',
        reasons: [`chosen by the PM: option ${optionId}`],
        at: now.toISOString(),
      },
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
      status: 'planned',
      outcome: 'approved',
      notBefore,
    }),
  )
}

/** Who lost a race is told who won it; any other failure is a fault and rises. */
async function refusalFor(deps: DecisionDeps, choice: Choice, error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || error.name !== 'Conflict') return error
  const current = await deps.escalation(choice.projectId, choice.escalationId)
  return current && current.status !== 'pending' ? new AlreadyDecided(current) : error
}

function event(deps: DecisionDeps, of: Escalation, text: string) {
  const at = deps.now()
  return {
    id: deps.newId(at, of.id, of.version, 'decided'),
    version: 1,
    projectId: of.projectId,
    kind: 'escalation_decided',
    at: at.toISOString(),
    text,
    ref: of.refs[0] ?? null,
    actId: null,
    escalationId: of.id,
  } as const
}
