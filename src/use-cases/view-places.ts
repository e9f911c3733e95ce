import { subDays } from 'date-fns/subDays'
import type { Escalation } from '#src/domain/escalation.ts'
import type { Brief, Matter } from '#src/domain/matter.ts'
import type { Project } from '#src/domain/project.ts'
import { openDecisions, type EscalationReader } from './open-decisions.ts'

/** What is further back is found in its project. */
const DAYS = 14
const MOST_CHANGES = 200
const MOST_DECIDED = 50

export type ViewPlacesDeps = {
  now(): Date
  escalations: EscalationReader
  projects: { listActive(): Promise<Project[]> }
  matters: { ofProject(projectId: string): Promise<Matter[]> }
}

/** A change or a mail that can be opened where it stands. */
export type PlaceOfChange = Pick<Brief, 'signalId' | 'source' | 'ref' | 'title' | 'by' | 'at' | 'url'>

export type Places = {
  /** Those that wait first, then the latest of the others. */
  decisions: Escalation[]
  projects: Project[]
  /** The latest of each ticket and each mail, newest first. */
  changes: PlaceOfChange[]
}

/** Where the palette can lead: decisions, projects, and the tickets and mails of the last days. */
export async function viewPlaces(deps: ViewPlacesDeps): Promise<Places> {
  const [open, projects, ...closed] = await Promise.all([
    openDecisions(deps.escalations),
    deps.projects.listActive(),
    ...(['snoozed', 'decided', 'superseded'] as const).map((status) =>
      deps.escalations.list(status, MOST_DECIDED),
    ),
  ])
  const matters = await Promise.all(projects.map(({ id }) => deps.matters.ofProject(id)))
  return {
    decisions: [...open, ...closed.flat().sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))],
    projects: projects.sort((a, b) => a.id.localeCompare(b.id)),
    changes: changesIn(matters.flat(), subDays(deps.now(), DAYS).toISOString()),
  }
}

function changesIn(matters: Matter[], since: string): PlaceOfChange[] {
  const newestFirst = matters
    .flatMap(({ briefs }) => briefs)
    .filter(({ at, url, bootstrap }) => at > since && url !== '' && !bootstrap)
    .sort((a, b) => b.at.localeCompare(a.at))
  const known = new Set<string>()
  const latest = newestFirst.filter(({ ref }) => !known.has(ref) && known.add(ref))
  return latest
    .slice(0, MOST_CHANGES)
    .map(({ signalId, source, ref, title, by, at, url }) => ({ signalId, source, ref, title, by, at, url }))
}
