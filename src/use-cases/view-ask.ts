import { askedAct, payloadOf, projectOf } from '#src/domain/asked-act.ts'
import type { Act } from '#src/domain/act.ts'
import type { Artefact, ArtefactType } from '#src/domain/artefact.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import type { Pm, Project } from '#src/domain/project.ts'
import { recipientIds, unreachable } from '#src/domain/recipients.ts'
import { mannersNow } from './manners-broken.ts'

type ViewAskDeps = {
  now(): Date
  pm(): Promise<Pm>
  projects: { listActive(): Promise<Project[]> }
  people: { ofProject(projectId: string): Promise<Person[]> }
  matters: { get(projectId: string, id: string): Promise<Matter | undefined> }
  acts: { ofProject(projectId: string, limit?: number): Promise<Act[]> }
  artefacts: { get(projectId: string, type: ArtefactType): Promise<Artefact | undefined> }
}

export type AskView = {
  project: Project | undefined
  projects: Project[]
  /** The ticket that is named, as it was last read. */
  ticket: { key: string; title: string; status: string; owner: string | null } | null
  /** Of the register, by name: whom it may reach. */
  people: Person[]
  milestones: { name: string; dueOn: string }[]
  /** Manners that it breaks as far as it is known what is asked. */
  breaks: string[]
}

/** What a form needs to know so that the PM can ask for an act. `given`: what the address says of it, unchecked. */
export async function viewAsk(deps: ViewAskDeps, given: Record<string, string>): Promise<AskView> {
  const [projects, pm] = await Promise.all([deps.projects.listActive(), deps.pm()])
  const key = (given['key'] ?? '').trim().toUpperCase()
  const wanted = key === '' ? given['project'] : key.replace(/-\d+$/, '')
  const only = projects.length === 1 && wanted === undefined ? projects[0] : undefined
  const project = projects.find(({ id }) => id === wanted) ?? only
  if (!project) return { project, projects, ticket: null, people: [], milestones: [], breaks: [] }
  const [people, matter, delivery] = await Promise.all([
    deps.people.ofProject(project.id),
    key === '' ? undefined : deps.matters.get(project.id, key),
    deps.artefacts.get(project.id, 'delivery_state'),
  ])
  const read = matter?.ticket
    ? {
        key: matter.id,
        title: matter.title,
        status: matter.ticket.status,
        owner: matter.ticket.assignee?.name ?? null,
      }
    : null
  const reachable = people.filter((person) => unreachable([person], 'pm') === null)
  return {
    ...{ project, projects, ticket: read },
    people: reachable.sort((a, b) => a.name.localeCompare(b.name)),
    milestones:
      delivery?.artefactType === 'delivery_state'
        ? delivery.content.milestones.map(({ name, dueOn }) => ({ name, dueOn }))
        : [],
    breaks: await breaksOf(deps, { given: { ...given, project: project.id }, people, matter, pm }),
  }
}

type Known = { given: Record<string, string>; people: Person[]; matter: Matter | undefined; pm: Pm }

/** What is left to be written breaks no manners, so anything stands for it. */
async function breaksOf(deps: ViewAskDeps, { given, people, matter, pm }: Known): Promise<string[]> {
  const filled = { text: 'x', subject: 'x', day: '', ...given }
  const asked = askedAct.safeParse(filled).data
  if (!asked) return []
  const payload = payloadOf(asked, people)
  const to = people.filter(({ id }) => recipientIds(payload).includes(id))
  const ticket = matter?.ticket ?? null
  return await mannersNow(deps, {
    projectId: projectOf(asked),
    payload,
    ticket,
    people: to,
    hours: pm.workingHours,
  })
}
