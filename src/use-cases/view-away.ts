import type { Away } from '#src/domain/away.ts'
import { isAway } from '#src/domain/away.ts'
import type { Running } from '#src/domain/cycle.ts'
import { deputyBrief } from '#src/domain/deputy-brief.ts'
import type { Act, ActPayload } from '#src/domain/act.ts'
import { mayStandIn, type Person } from '#src/domain/person.ts'
import type { Pm, Project } from '#src/domain/project.ts'
import { mannersNow } from './manners-broken.ts'
import { openDecisions, type EscalationReader } from './open-decisions.ts'

export type ViewAwayDeps = {
  now(): Date
  pm(): Promise<Pm>
  cycles: { running(): Promise<Running | undefined> }
  projects: { listActive(): Promise<Project[]> }
  people: { ofProject(projectId: string): Promise<Person[]> }
  acts: { ofProject(projectId: string, limit?: number): Promise<Act[]> }
  escalations: EscalationReader
}

export type AwayView = {
  away: Away | null
  /** Its end has gone by, and the PM has not said that they are back. */
  isOver: boolean
  /** Whom the PM can have stand in, by name: confirmed people of a register, each in the first project that knows them. */
  deputies: Person[]
  /** The mail that would brief the one who was chosen. */
  brief: (ReturnType<typeof deputyBrief> & { to: Person; observe: boolean; breaks: string[] }) | null
}

/** Whether the PM is away, and what going away would tell the deputy that `chosen` names. */
export async function viewAway(
  deps: ViewAwayDeps,
  chosen: { deputy: string | null; until: string | null },
): Promise<AwayView> {
  const [pm, running, projects] = await Promise.all([
    deps.pm(),
    deps.cycles.running(),
    deps.projects.listActive(),
  ])
  const away = running?.away ?? null
  const registers = await Promise.all(projects.map(({ id }) => deps.people.ofProject(id)))
  const everybody = registers.flat().filter((each) => mayStandIn(each) && each.id !== pm.email.toLowerCase())
  const deputies = [...new Map(everybody.toReversed().map((each) => [each.id, each])).values()]
  const to = deputies.find(({ id }) => id === chosen.deputy)
  return {
    ...{ away, isOver: away !== null && !isAway(away, deps.now()) },
    deputies: deputies.sort((a, b) => a.name.localeCompare(b.name)),
    brief: to ? await briefFor(deps, { to, pm, until: chosen.until, projects, everybody }) : null,
  }
}

type About = { to: Person; pm: Pm; until: string | null; projects: Project[]; everybody: Person[] }

/** They are told of the projects that know them, and of no other. */
async function briefFor(deps: ViewAwayDeps, { to, pm, until, projects, everybody }: About) {
  const theirs = projects.filter(({ id: projectId }) =>
    everybody.some((each) => each.id === to.id && each.projectId === projectId),
  )
  const open = (await openDecisions(deps.escalations)).filter(({ projectId }) =>
    theirs.some(({ id }) => id === projectId),
  )
  const { timeZone } = pm.workingHours
  const named = theirs.map(({ name }) => name.split(':')[0] ?? name)
  const words = deputyBrief({ to, pmName: pm.name, until, timeZone, projects: named, open })
  const mail = { to: [to.id], cc: [], ...words, replyTo: null }
  const payload: ActPayload =
    to.class === 'external' ? { kind: 'email_external', ...mail } : { kind: 'email_stakeholder', ...mail }
  const about = { projectId: to.projectId, payload, ticket: null, people: [to], hours: pm.workingHours }
  const observe = projects.find(({ id }) => id === to.projectId)?.autonomyLevel === 'monitoring'
  return { ...words, to, observe, breaks: await mannersNow(deps, about) }
}
