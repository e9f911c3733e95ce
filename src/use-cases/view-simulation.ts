import { subDays } from 'date-fns/subDays'
import type { Act } from '#src/domain/act.ts'
import { missingFor } from '#src/domain/earned.ts'
import type { AutonomyLevel, Project } from '#src/domain/project.ts'
import { simulate, type Simulation } from '#src/domain/simulation.ts'
import { NoSuchProject } from './refusals.ts'
import { settingOf, type DialSetting } from './set-dial.ts'
import { trustFacts, type TrustFactsDeps } from './trust-facts.ts'
import { waitingOf } from './view-project.ts'

/** Far more than a busy project proposes in a month. */
const MOST_ACTS = 2000

export type ViewSimulationDeps = TrustFactsDeps & {
  project(id: string): Promise<Project | undefined>
  acts: TrustFactsDeps['acts'] & { list(status: Act['status'], limit?: number): Promise<Act[]> }
}

export type AskedSimulation = { projectId: string; dial: AutonomyLevel; days: number }

/** `missing`: what this dial would still need before it is turned up to; null: nothing. */
export type SimulationView = {
  project: Project
  simulation: Simulation
  setting: DialSetting
  missing: string | null
}

/** The last days under another dial, act by act, and what turning to it would do now. Throws {@link NoSuchProject}. */
export async function viewSimulation(
  deps: ViewSimulationDeps,
  { projectId, dial, days }: AskedSimulation,
): Promise<SimulationView> {
  const project = await deps.project(projectId)
  if (!project) throw new NoSuchProject('There is no such project.')
  const [acts, { earned }, waiting] = await Promise.all([
    deps.acts.ofProject(projectId, MOST_ACTS),
    trustFacts(deps, project),
    waitingOf(deps, projectId),
  ])
  const setting = settingOf(dial, project.autonomyLevel, waiting)
  return {
    ...{ project, setting },
    simulation: simulate(acts, dial, subDays(deps.now(), days).toISOString()),
    missing: setting.isUp ? missingFor(dial, earned) : null,
  }
}
