import { addMinutes } from 'date-fns/addMinutes'
import { subMinutes } from 'date-fns/subMinutes'
import type { Act } from '#src/domain/act.ts'
import { artefactType, type ArtefactChange, type ArtefactType } from '#src/domain/artefact.ts'
import { startOfLocalDay } from '#src/domain/calendar.ts'
import { dayAfter } from '#src/domain/day.ts'
import type { SourceName } from '#src/domain/cycle.ts'
import type { Project } from '#src/domain/project.ts'
import { proofOf, type MarkedItem, type Proof } from '#src/domain/proof.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'

export type ProveDeps = {
  executor: ExecutorDeps
  projects(): Promise<Project[]>
  /** `marked` throws an error named `SourceUnreadable`, whose message is for people. */
  sources: {
    source: SourceName
    marked(projects: string[], stretch: { from: Date; to: Date }): Promise<MarkedItem[]>
  }[]
  /** A document's changes, newest first. */
  changes(projectId: string, type: ArtefactType, limit: number): Promise<ArtefactChange[]>
  hasPermit(projectId: string, actId: string): Promise<boolean>
  saveProof(proof: Proof): Promise<void>
}

/** Clocks differ by so much. */
const TOLERANCE_MINUTES = 15
/** A day has few; more are asked for while the oldest may have an older one of that day behind it. */
const CHANGES_AT_FIRST = 20
const MOST_CHANGES = 640

/** Asks every place what stands there of ours since the day before, joins it with the permits, and keeps what it comes to. */
export async function proveDay(
  deps: ProveDeps,
  { day: today, zone }: { day: string; zone: string },
): Promise<Proof> {
  const day = dayAfter(today, -1)
  const [from, to] = [startOfLocalDay(day, zone), startOfLocalDay(today, zone)]
  const projects = (await deps.projects()).map(({ id }) => id)
  const stretch = { from: subMinutes(from, TOLERANCE_MINUTES), to: addMinutes(to, TOLERANCE_MINUTES) }
  const { items: outside, unread } = await askPlaces(deps, projects, stretch)
  const items = [...outside, ...(await documentsOf(deps, projects, stretch))]
  const acts = await actsOf(deps.executor, projects, items)
  const permits = await permitsOf(deps, projects, items)
  const made = proofOf({ day, at: deps.executor.now(), from, to, items, unread, acts, permits })
  await deps.saveProof(made)
  return made
}

type Stretch = { from: Date; to: Date }

async function askPlaces({ sources }: ProveDeps, projects: string[], stretch: Stretch) {
  const items: MarkedItem[] = []
  const unread: Proof['unread'] = []
  for (const { source, marked } of sources)
    try {
      items.push(...(await marked(projects, stretch)))
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'SourceUnreadable') throw error
      unread.push({ place: source, reason: error.message })
    }
  return { items, unread }
}

async function documentsOf(
  deps: ProveDeps,
  projects: string[],
  { from, to }: Stretch,
): Promise<MarkedItem[]> {
  const wanted = projects.flatMap((id) => artefactType.options.map((type) => ({ id, type })))
  const found = await Promise.all(wanted.map(({ id, type }) => changesBackTo(deps, id, type, from)))
  return found
    .flat()
    .filter(({ at }) => at >= from.toISOString() && at < to.toISOString())
    .map(({ projectId: ref, version, actId, at }) => ({
      ...{ place: 'documents' as const, what: 'document' as const, ref, id: String(version), actId, at },
    }))
}

async function changesBackTo(
  { changes }: ProveDeps,
  projectId: string,
  type: ArtefactType,
  from: Date,
): Promise<ArtefactChange[]> {
  for (let limit = CHANGES_AT_FIRST; ; limit *= 2) {
    const found = await changes(projectId, type, limit)
    const oldest = found.at(-1)
    if (found.length < limit || limit >= MOST_CHANGES || !oldest || oldest.at < from.toISOString())
      return found
  }
}

/** The projects' latest, and whatever else an item names: nobody knows of which project a mail is. */
async function actsOf(executor: ExecutorDeps, projects: string[], items: MarkedItem[]): Promise<Act[]> {
  const acts = (await Promise.all(projects.map((id) => executor.recentActs(id)))).flat()
  const known = new Set(acts.map(({ id }) => id))
  const others = [...new Set(items.map(({ actId }) => actId))].filter((id) => !known.has(id))
  const found = await Promise.all(
    others.flatMap((id) => projects.map((project) => executor.act(project, id))),
  )
  return [...acts, ...found.filter((act) => act !== undefined)]
}

async function permitsOf(
  { hasPermit }: ProveDeps,
  projects: string[],
  items: MarkedItem[],
): Promise<Set<string>> {
  const permits = new Set<string>()
  for (const actId of new Set(items.map((item) => item.actId)))
    for (const project of projects) if (await hasPermit(project, actId)) permits.add(actId)
  return permits
}
