import type { Act } from '#src/domain/act.ts'
import { isHeavy } from '#src/domain/act-edit.ts'
import type { Brief, Matter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import type { Pm, Project } from '#src/domain/project.ts'
import { wordsOf, type ActWords } from './edited-payload.ts'
import { NoSuchAct } from './refusals.ts'
import { howUndone, type UndoReader } from './undo-act.ts'
import { longerOf, recipientsOf, type Longer } from './view-going-out.ts'
import { whyThen } from './why-then.ts'

export type ViewActDeps = UndoReader & {
  now(): Date
  project(id: string): Promise<Project | undefined>
  pm(): Promise<Pm>
  matters: { get(projectId: string, id: string): Promise<Matter | undefined> }
}

export type ActView = {
  act: Act
  /** Null: it is of none, as a notice to the PM is. */
  project: Project | null
  people: Person[]
  /** The manner that gave it its time, if one did. */
  because: string | null
  /** Until when it can be held, while it is. */
  longer: Longer | null
  /** What can be read and edited of it; null: it has no text. */
  words: ActWords | null
  /** The mails of the thread it joins, oldest first. */
  thread: Brief[]
  /** What undoing it would do, or why nothing does; null while there is nothing to undo. */
  undo: { does: string } | { says: string } | null
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
  if (!act) throw new NoSuchAct('There is no such act.')
  const matter = await deps.matters.get(projectId, act.matterId)
  const to = recipientsOf(act, people)
  return {
    ...{ act, project: project ?? null, people: to, words: wordsOf(act.payload) },
    because: act.status === 'held' ? whyThen(act, to, workingHours) : null,
    longer: longerOf(act, deps.now(), workingHours),
    thread: threadOf(act, matter?.briefs ?? []),
    undo: await undoOf(deps, act, people),
    isHeavyEdit: act.edit !== null && isHeavy(act.edit),
  }
}

async function undoOf(deps: UndoReader, act: Act, people: Person[]): Promise<ActView['undo']> {
  if (act.status !== 'done' || act.undoneBy !== null) return null
  const how = await howUndone(deps, act, people)
  return 'says' in how ? how : { does: how.summary }
}

function threadOf({ payload }: Act, briefs: Brief[]): Brief[] {
  if (!('replyTo' in payload) || !payload.replyTo) return []
  const { conversationId } = payload.replyTo
  return briefs.filter(({ mail }) => mail?.conversationId === conversationId)
}
