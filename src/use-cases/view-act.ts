import type { Act } from '#src/domain/act.ts'
import { isHeavy } from '#src/domain/act-edit.ts'
import type { Brief, Matter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import type { Pm, Project } from '#src/domain/project.ts'
import { wordsOf, type ActWords } from './edited-payload.ts'
import { NoSuchAct } from './refusals.ts'
import { recipientsOf } from './view-going-out.ts'
import { whyThen } from './why-then.ts'

export type ViewActDeps = {
  project(id: string): Promise<Project | undefined>
  pm(): Promise<Pm>
  acts: { get(projectId: string, id: string): Promise<Act | undefined> }
  people: { ofProject(projectId: string): Promise<Person[]> }
  matters: { get(projectId: string, id: string): Promise<Matter | undefined> }
}

export type ActView = {
  act: Act
  project: Project
  people: Person[]
  /** The manner that gave it its time, if one did. */
  because: string | null
  /** What can be read and edited of it; null: it has no text. */
  words: ActWords | null
  /** The mails of the thread it joins, oldest first. */
  thread: Brief[]
  /** The PM changed more of it than a correction. */
  isHeavyEdit: boolean
}

/** One act: its whole text, the thread it joins, what it rests on and what became of it. Throws NoSuchAct. */
export async function viewAct(deps: ViewActDeps, projectId: string, actId: string): Promise<ActView> {
  const [act, project, people, { workingHours }] = await Promise.all([
    deps.acts.get(projectId, actId),
    deps.project(projectId),
    deps.people.ofProject(projectId),
    deps.pm(),
  ])
  if (!act || !project) throw new NoSuchAct('There is no such act.')
  const matter = await deps.matters.get(projectId, act.matterId)
  const to = recipientsOf(act, people)
  return {
    ...{ act, project, people: to, words: wordsOf(act.payload) },
    because: act.status === 'held' ? whyThen(act, to, workingHours) : null,
    thread: threadOf(act, matter?.briefs ?? []),
    isHeavyEdit: act.edit !== null && isHeavy(act.edit),
  }
}

function threadOf({ payload }: Act, briefs: Brief[]): Brief[] {
  if (!('replyTo' in payload) || !payload.replyTo) return []
  const { conversationId } = payload.replyTo
  return briefs.filter(({ mail }) => mail?.conversationId === conversationId)
}
