import type { Act } from '#src/domain/act.ts'
import { HOLD_MINUTES, type ActionType } from '#src/domain/boundary.ts'
import { classReached, endingsOf, LOOKS_BACK, standingOf, type Standing } from '#src/domain/graduation.ts'
import { recipientClass, type Person, type RecipientClass } from '#src/domain/person.ts'
import type { Project } from '#src/domain/project.ts'
import { NoSuchProject } from './refusals.ts'

export type ViewTrustDeps = {
  project(id: string): Promise<Project | undefined>
  acts: { ofProject(projectId: string, limit?: number): Promise<Act[]> }
  people: { ofProject(projectId: string): Promise<Person[]> }
}

/** What one kind of act to one class of people has earned. */
export type Ladder = Standing & { type: ActionType; reaches: RecipientClass }

export type TrustView = { project: Project; ladders: Ladder[] }

/** What each kind of act that may go by itself has earned, and by which endings. Throws {@link NoSuchProject}. */
export async function viewTrust(deps: ViewTrustDeps, projectId: string): Promise<TrustView> {
  const [project, acts, people] = await Promise.all([
    deps.project(projectId),
    deps.acts.ofProject(projectId, LOOKS_BACK),
    deps.people.ofProject(projectId),
  ])
  if (!project) throw new NoSuchProject('There is no such project.')
  const types = [...new Set(acts.map(({ kind }) => kind))].filter((type) => HOLD_MINUTES[type] !== undefined)
  const ladders = types.flatMap((type) =>
    recipientClass.options
      .filter((reaches) =>
        acts.some((act) => act.kind === type && classReached(act.payload, people) === reaches),
      )
      .map((reaches) => {
        const endings = endingsOf(acts, type, reaches, people)
        return { type, reaches, ...standingOf(type, reaches, endings) }
      }),
  )
  return { project, ladders }
}
