import type { JiraPerson } from '#src/domain/jira-issue.ts'
import { toldBy, type Told } from './story-words.ts'
import type { WireStory, WireTask } from './wire.ts'

/** A task with all its stories, oldest first, and what only its surroundings know. */
export type WholeTask = {
  task: WireTask
  stories: WireStory[]
  /** The watched project it is read for. */
  project: { key: string; gid: string }
  /** Whose token reads. */
  me: string
  /** When a comment was edited, by its story, as far as an event said so: the story itself does not. */
  editedAt: ReadonlyMap<string, string>
}

/** What each story tells. Who had the task before is known from the story before. */
export function toldInTurn(stories: WireStory[]): Map<WireStory, Told> {
  const told = new Map<WireStory, Told>()
  let had: string | null = null
  for (const story of stories) {
    const tells = toldBy(story, had)
    if (tells) told.set(story, tells)
    if (tells?.kind === 'assignee') had = tells.after
  }
  return told
}

/** Who made the task. Asana may leave out the name there and give it in a story. */
export function creatorOf({ task, stories }: WholeTask): JiraPerson | null {
  const { created_by: creator } = task
  const named = stories.find(({ created_by }) => created_by?.accountId === creator?.accountId)
  return named?.created_by ?? creator
}
