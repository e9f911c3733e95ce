import type { Act } from '#src/domain/act.ts'
import {
  AlreadyDecided,
  ChangedMeanwhile,
  decide,
  isOpen,
  type Decision,
  type Escalation,
} from '#src/domain/escalation.ts'
import type { Project } from '#src/domain/project.ts'
import { decisionEvent } from './decision-event.ts'
import type { DecisionDeps } from './deps.ts'
import { choiceFrom } from './learned.ts'
import { logEntryOf } from './log-entry.ts'
import { planEntry } from './plan-acts.ts'
import { NoSuchDecision } from './refusals.ts'

export type Place = { projectId: string; escalationId: string }
export type Answer = Pick<Decision, 'optionId' | 'optionName' | 'instead' | 'by' | 'device'> & {
  acts: Act[]
  /** What the log keeps. */
  decision: string
  rationale: string
  remindOn?: string | null
}

/** The same, with what every choice asks for anyway asked at once, so that no tap waits for one after the other. */
export function readingAhead(deps: DecisionDeps): DecisionDeps {
  const [paused, hours] = [deps.paused(), deps.hours()]
  // Whoever asks for it hears of a failure; who never does must not fall over it.
  void Promise.allSettled([paused, hours])
  return { ...deps, paused: () => paused, hours: () => hours }
}

/** The decision and its project. Throws {@link NoSuchDecision}. */
export async function findDecision(deps: DecisionDeps, { projectId, escalationId }: Place) {
  const [asked, project] = await Promise.all([
    deps.escalation(projectId, escalationId),
    deps.project(projectId),
  ])
  if (!asked || !project) throw new NoSuchDecision('There is no such decision.')
  return { asked, project }
}

/**
 * Makes it `decided` in one transaction with its acts and its entry in the decision log, all planned for ten real
 * seconds later. Throws AlreadyDecided, with who, when and what, when somebody was first, or ChangedMeanwhile.
 */
export async function settle(
  deps: DecisionDeps,
  asked: Escalation,
  project: Project,
  answer: Answer,
): Promise<Escalation> {
  const { acts, optionId, optionName, instead, by, device } = answer
  const at = deps.now()
  const { decision, rationale, remindOn = null } = answer
  const made = { decision, rationale, remindOn, by, at, hours: await deps.hours() }
  const entry = await planEntry(deps, logEntryOf(asked, made), { asked, project, optionId, by })
  const decided = decide(asked, {
    ...{ optionId, optionName, instead, by, device, at: at.toISOString() },
    undoUntil: deps.undoEnds().toISOString(),
    actIds: acts.map((each) => each.id),
    logActId: entry.id,
    recordedOnly: project.autonomyLevel === 'monitoring',
  })
  const said = instead === null ? `${optionId}, ${optionName}` : instead
  const events = [decisionEvent(deps, decided, 'escalation_decided', `Decided: ${said} (${asked.title})`)]
  const learned = [choiceFrom(deps, decided, by, instead ?? optionName)]
  // What it rests on was kept from expiring when it was raised.
  await saveOrLose(deps, decided, { acts: [...acts, entry], events, learned })
  return decided
}

/** Who lost a race is told who won it, or that it has changed and still waits; any other failure is a fault and rises. */
async function refusalFor(
  deps: Pick<DecisionDeps, 'escalation'>,
  { projectId, id }: Pick<Escalation, 'projectId' | 'id'>,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof Error) || error.name !== 'Conflict') return error
  const current = await deps.escalation(projectId, id)
  if (!current) return error
  return isOpen(current)
    ? new ChangedMeanwhile('It changed a moment before. Look at it again.')
    : new AlreadyDecided(current)
}

/** Saves the next version with what happened. Throws AlreadyDecided or ChangedMeanwhile for who comes second. */
export async function saveOrLose(
  deps: Pick<DecisionDeps, 'escalation' | 'save'>,
  next: Escalation,
  also: Parameters<DecisionDeps['save']>[1],
): Promise<void> {
  try {
    await deps.save(next, also)
  } catch (error) {
    throw await refusalFor(deps, next, error)
  }
}

/** Every act of a choice: what it does, and its entry in the decision log. */
export function actsOfChoice(asked: Escalation): string[] {
  if (asked.status !== 'decided') return []
  const { actIds, logActId } = asked.decision
  return logActId === null ? actIds : [...actIds, logActId]
}
