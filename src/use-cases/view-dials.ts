import { missingFor, type Earned } from '#src/domain/earned.ts'
import type { Project } from '#src/domain/project.ts'
import { trustFacts, type TrustFactsDeps } from './trust-facts.ts'

export type ViewDialsDeps = TrustFactsDeps & { projects: { listActive(): Promise<Project[]> } }

/** A project's dial and what stands behind it; `missing`: what it would need had it to be earned, null if nothing. */
export type DialView = { project: Project; earned: Earned; missing: string | null }

/** Every project's dial. */
export async function viewDials(deps: ViewDialsDeps): Promise<DialView[]> {
  const projects = (await deps.projects.listActive()).sort((a, b) => a.id.localeCompare(b.id))
  return Promise.all(
    projects.map(async (project) => {
      const { earned } = await trustFacts(deps, project)
      return { project, earned, missing: missingFor(project.autonomyLevel, earned) }
    }),
  )
}
