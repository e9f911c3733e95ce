import type { Act } from '#src/domain/act.ts'
import { workingMinutesBetween } from '#src/domain/calendar.ts'
import { longerTimes, waitsAtMost } from '#src/domain/hold-longer.ts'
import type { Person } from '#src/domain/person.ts'
import type { Pm, Project, WorkingHours } from '#src/domain/project.ts'
import { recipientIds } from '#src/domain/recipients.ts'
import { whyThen } from './why-then.ts'

/** How many acts are shown that the dial kept back. */
const KEPT_BACK = 20

export type ViewGoingOutDeps = {
  now(): Date
  pm(): Promise<Pm>
  acts: { list(status: Act['status'], limit?: number): Promise<Act[]> }
  projects: { listActive(): Promise<Project[]> }
  people: { ofProject(projectId: string): Promise<Person[]> }
}

/**
 * An act that waits, whom it goes to, and the working minutes until it goes or its time is up; null: it has no time.
 * `because`: the manner that gave it its time. `longer`: until when it can be held with one tap, and at the latest.
 */
export type Leaving = {
  act: Act
  people: Person[]
  minutesLeft: number | null
  because: string | null
  longer: Longer | null
}

/** Null for what has no time to put back. */
export type Longer = { times: ReturnType<typeof longerTimes>; latest: string }

export type GoingOut = {
  /** What goes at its time, the next first. */
  held: Leaving[]
  /** What waits for the PM's word, the first to expire first. */
  awaiting: Leaving[]
  /** What has the PM's word or its time, and has not gone yet. */
  planned: Leaving[]
  /** What would have gone, or was held back at its time. Newest first. */
  keptBack: Leaving[]
  projects: Project[]
}

/** Everything that will leave the workbench, and what it waits for. */
export async function viewGoingOut(deps: ViewGoingOutDeps): Promise<GoingOut> {
  const now = deps.now()
  const [pm, projects, held, awaiting, planned, escalated] = await Promise.all([
    deps.pm(),
    deps.projects.listActive(),
    deps.acts.list('held'),
    deps.acts.list('awaiting'),
    deps.acts.list('planned'),
    deps.acts.list('escalated', KEPT_BACK),
  ])
  const registers = await Promise.all(projects.map(({ id }) => deps.people.ofProject(id)))
  const people = registers.flat()
  const leaving = (act: Act): Leaving => {
    const at = timeOf(act)
    const to = recipientsOf(act, people)
    return {
      ...{ act, people: to },
      because: act.status === 'held' ? whyThen(act, to, pm.workingHours) : null,
      longer: longerOf(act, now, pm.workingHours),
      minutesLeft: at === null ? null : workingMinutesBetween(now, new Date(at), pm.workingHours),
    }
  }
  const soonest = (acts: Act[]) => acts.sort((a, b) => (timeOf(a) ?? '').localeCompare(timeOf(b) ?? ''))
  return {
    held: soonest(held).map(leaving),
    awaiting: soonest(awaiting).map(leaving),
    planned: planned.filter(({ kind }) => kind !== 'artefact_update').map(leaving),
    keptBack: escalated.filter(({ kind }) => kind !== 'artefact_update').map(leaving),
    projects,
  }
}

/** Until when an act can be held, where it is. */
export function longerOf(act: Act, now: Date, hours: WorkingHours): Longer | null {
  if (act.status !== 'held') return null
  const latest = waitsAtMost(new Date(act.createdAt), hours).toISOString()
  return { times: longerTimes(act, now, hours), latest }
}

/** Those of the register whom an act goes to, in the order it names them. */
export function recipientsOf(
  { payload, projectId }: Pick<Act, 'payload' | 'projectId'>,
  people: Person[],
): Person[] {
  return recipientIds(payload).flatMap(
    (id) => people.find((person) => person.id === id && person.projectId === projectId) ?? [],
  )
}

function timeOf(act: Act): string | null {
  if (act.status === 'held') return act.heldUntil
  return act.status === 'awaiting' ? act.waitsUntil : null
}
