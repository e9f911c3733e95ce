import type { Artefact, ArtefactChange } from '#src/domain/artefact.ts'
import type { Project } from '#src/domain/project.ts'

/** There is no such project. */
export class NoSuchProject extends Error {
  override name = 'NoSuchProject'
}

export type ViewProjectDeps = {
  projects: { get(id: string): Promise<Project | undefined> }
  artefacts: {
    get(projectId: string, type: 'raid_log'): Promise<Artefact | undefined>
    changes(projectId: string, type: 'raid_log', limit?: number): Promise<ArtefactChange[]>
  }
}

export type ProjectView = { project: Project; raidLog: Artefact | undefined; changes: ArtefactChange[] }

/** A project and its RAID log with what each entry rests on. Throws {@link NoSuchProject}. */
export async function viewProject(deps: ViewProjectDeps, id: string): Promise<ProjectView> {
  const [project, raidLog, changes] = await Promise.all([
    deps.projects.get(id),
    deps.artefacts.get(id, 'raid_log'),
    deps.artefacts.changes(id, 'raid_log', 200),
  ])
  if (!project) throw new NoSuchProject('There is no such project.')
  return { project, raidLog, changes }
}
