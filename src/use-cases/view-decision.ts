import type { Act } from '#src/domain/act.ts'
import { workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { Pm, Project } from '#src/domain/project.ts'
import { openDecisions, type EscalationReader } from './open-decisions.ts'
import { NoSuchDecision } from './refusals.ts'

/** What the decision's page needs. */
export type ViewDecisionDeps = {
  now(): Date
  realNow(): Date
  pm(): Promise<Pm>
  project(id: string): Promise<Project | undefined>
  paused(): Promise<boolean>
  escalations: EscalationReader & { get(projectId: string, id: string): Promise<Escalation | undefined> }
  acts: { getMany(projectId: string, ids: string[]): Promise<Act[]> }
}

export type Place = { projectId: string; id: string }

export type DecisionView = {
  asked: Escalation
  project: Project
  paused: boolean
  acts: Act[]
  /** Its place among the open ones, from 1; 0 when it is not open any more. */
  position: number
  total: number
  previous: Place | null
  next: Place | null
  /** Working minutes until its time is up, and in one working day; null without a deadline. */
  left: { minutes: number; minutesInDay: number } | null
  /** Real milliseconds in which the choice can still be taken back. */
  undoMs: number
}

/** One matter, one choice. Throws {@link NoSuchDecision}. */
export async function viewDecision(deps: ViewDecisionDeps, { projectId, id }: Place): Promise<DecisionView> {
  const [asked, project, pm, paused, open] = await Promise.all([
    deps.escalations.get(projectId, id),
    deps.project(projectId),
    deps.pm(),
    deps.paused(),
    openDecisions(deps.escalations),
  ])
  if (!asked || !project) throw new NoSuchDecision('There is no such decision.')
  const { workingHours } = pm
  return {
    asked,
    project,
    paused,
    acts: asked.status === 'decided' ? await deps.acts.getMany(projectId, asked.decision.actIds) : [],
    ...neighbours(open, id),
    left: asked.decideBy
      ? {
          minutes: workingMinutesBetween(deps.now(), new Date(asked.decideBy), workingHours),
          minutesInDay: workingDayMinutes(workingHours),
        }
      : null,
    undoMs: undoMsOf(asked, deps.realNow()),
  }
}

function neighbours(open: Escalation[], id: string) {
  const index = open.findIndex((each) => each.id === id)
  return {
    position: index + 1,
    total: open.length,
    previous: placeOf(index > 0 ? open[index - 1] : undefined),
    next: placeOf(open[index + 1]),
  }
}

const placeOf = (asked: Escalation | undefined): Place | null =>
  asked ? { projectId: asked.projectId, id: asked.id } : null

function undoMsOf(asked: Escalation, realNow: Date): number {
  if (asked.status !== 'decided' || asked.decision.recordedOnly) return 0
  return Math.max(0, Date.parse(asked.decision.undoUntil) - realNow.getTime())
}
