import { subDays } from 'date-fns/subDays'
import type { Act } from '#src/domain/act.ts'
import { HOLD_MINUTES, type ActionType } from '#src/domain/boundary.ts'
import { calibrationOf, type Calibration } from '#src/domain/calibration.ts'
import type { TrustDay } from '#src/domain/clean-day.ts'
import { missingFor, type Earned } from '#src/domain/earned.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { classReached, endingsOf, standingOf, stopsOf, type Standing } from '#src/domain/graduation.ts'
import { recipientClass, type Person, type RecipientClass } from '#src/domain/person.ts'
import type { AutonomyLevel, Project } from '#src/domain/project.ts'
import { simulate, type Simulation } from '#src/domain/simulation.ts'
import type { SpotCheck } from '#src/domain/spot-check.ts'
import { NoSuchProject } from './refusals.ts'
import { trustFacts, type TrustFactsDeps } from './trust-facts.ts'

/** So far back does the dry run at Observe look. */
const DRY_DAYS = 7

export type ViewTrustDeps = TrustFactsDeps & {
  project(id: string): Promise<Project | undefined>
  people: { ofProject(projectId: string): Promise<Person[]> }
  spotChecks: { ofProject(projectId: string): Promise<SpotCheck[]> }
  escalations: { ofProject(projectId: string): Promise<Escalation[]> }
}

/** What one kind of act to one class of people has earned. */
export type Ladder = Standing & {
  type: ActionType
  reaches: RecipientClass
  /** Why what was stopped was stopped. */
  stops: ReturnType<typeof stopsOf>
}

export type TrustView = {
  project: Project
  ladders: Ladder[]
  /** Those that are over, oldest first. */
  days: TrustDay[]
  earned: Earned
  /** What the dial as it is set lacks, where a scenario set it, and what the next one up still needs. */
  missing: { now: string | null; next: { level: AutonomyLevel; missing: string | null } | null }
  calibration: Calibration
  /** Newest first; those without a mark wait for the PM. */
  spotChecks: SpotCheck[]
  /** At Observe: what would have been done, as at Act. */
  dryRun: Simulation | null
}

const ABOVE: Record<AutonomyLevel, AutonomyLevel | null> = {
  monitoring: 'artefact',
  artefact: 'tactical',
  tactical: null,
}

/** What the PM's trust in a project's agent can rest on, all of it from what is stored. Throws {@link NoSuchProject}. */
export async function viewTrust(deps: ViewTrustDeps, projectId: string): Promise<TrustView> {
  const project = await deps.project(projectId)
  if (!project) throw new NoSuchProject('There is no such project.')
  const [{ acts, days, earned }, people, spotChecks, escalations] = await Promise.all([
    trustFacts(deps, project),
    deps.people.ofProject(projectId),
    deps.spotChecks.ofProject(projectId),
    deps.escalations.ofProject(projectId),
  ])
  const { autonomyLevel: level } = project
  const above = ABOVE[level]
  return {
    ...{ project, days, earned, spotChecks },
    ladders: laddersOf(acts, people),
    missing: {
      now: missingFor(level, earned),
      next: above && { level: above, missing: missingFor(above, earned) },
    },
    calibration: calibrationOf(acts, escalations),
    dryRun:
      level === 'monitoring' ? simulate(acts, 'tactical', subDays(deps.now(), DRY_DAYS).toISOString()) : null,
  }
}

function laddersOf(acts: Act[], people: Person[]): Ladder[] {
  const types = [...new Set(acts.map(({ kind }) => kind))].filter((type) => HOLD_MINUTES[type] !== undefined)
  return types.flatMap((type) =>
    recipientClass.options
      .filter((reaches) =>
        acts.some((act) => act.kind === type && classReached(act.payload, people) === reaches),
      )
      .map((reaches) => {
        const endings = endingsOf(acts, type, reaches, people)
        const stops = stopsOf(acts, type, reaches, people)
        return { type, reaches, stops, ...standingOf(type, reaches, endings) }
      }),
  )
}
