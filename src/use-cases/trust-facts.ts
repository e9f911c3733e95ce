import type { Act } from '#src/domain/act.ts'
import { daysOf, type TrustDay } from '#src/domain/clean-day.ts'
import { earnedBy, type Earned } from '#src/domain/earned.ts'
import { LOOKS_BACK } from '#src/domain/graduation.ts'
import type { Memory } from '#src/domain/memory.ts'
import type { Pm, Project } from '#src/domain/project.ts'
import { viewCoverage, type CoverageDeps } from './view-coverage.ts'

/** Local days that are looked back on; one more than are shown. */
const MARKS = 31

export type TrustFactsDeps = CoverageDeps & {
  pm(): Promise<Pm>
  acts: { ofProject(projectId: string, limit?: number): Promise<Act[]> }
  memories: { ofProject(projectId: string): Promise<Memory[]> }
  cycles: CoverageDeps['cycles'] & { daysDone(limit: number): Promise<string[]> }
}

/** What the PM's trust in a project's agent can rest on. */
export type TrustFacts = { acts: Act[]; days: TrustDay[]; earned: Earned }

/** The days of a project and what it has earned, from what is stored. */
export async function trustFacts(deps: TrustFactsDeps, project: Project): Promise<TrustFacts> {
  const now = deps.now()
  const [{ workingHours }, acts, memories, checkedOn, coverage, running] = await Promise.all([
    deps.pm(),
    deps.acts.ofProject(project.id, LOOKS_BACK),
    deps.memories.ofProject(project.id),
    deps.cycles.daysDone(MARKS),
    viewCoverage(deps),
    deps.cycles.running(),
  ])
  // A source that was never read yet has no account, and so no row of its own: what is blind now counts by its sign of life.
  const blindNow = (running?.blind ?? []).map(({ since }) => ({ since, until: null }))
  const facts = { acts, memories, checkedOn, blind: [...coverage.spells, ...blindNow] }
  const days = daysOf(facts, project, now, workingHours.timeZone)
  return { acts, days, earned: earnedBy(project, days, acts) }
}
