import { createHash } from 'node:crypto'
import type { JiraRaw } from '#src/domain/raw-signal.ts'
import { actIn } from './act-mark.ts'
import type { Told } from './story-words.ts'
import { taskContext } from './task-context.ts'
import { refOf } from './task-ref.ts'
import type { WireStory } from './wire.ts'
import { creatorOf, toldInTurn, type WholeTask } from './whole-task.ts'

type Change = Pick<
  JiraRaw,
  'externalId' | 'kind' | 'actor' | 'occurredAt' | 'before' | 'after' | 'text' | 'ours'
>

/** Everything that happened to a task, oldest first: its creation and its stories. The same story always has the same id. */
export function taskChanges(whole: WholeTask): { raw: JiraRaw; unownedSince: string | null }[] {
  const { task, stories, project } = whole
  const told = toldInTurn(stories)
  const common = {
    source: 'asana' as const,
    project: project.key,
    ref: refOf(project.key, task.gid),
    title: task.name,
    url: task.permalink_url,
    context: taskContext(whole),
  }
  const changes = [creation(whole), ...stories.map((story) => storyChange(whole, story, told.get(story)))]
  const nobodySince = unownedSince(whole)
  return changes
    .sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt))
    .map((change) => ({ raw: { ...common, ...change }, unownedSince: nobodySince }))
}

/** Asana keeps no story of it. Its name is the one it was born with; what its description was, nobody can say. */
function creation(whole: WholeTask): Change {
  const { task, stories } = whole
  const renamed = stories.find(({ resource_subtype }) => resource_subtype === 'name_changed')
  const title = renamed?.old_name ?? task.name
  return {
    externalId: `${task.gid}#created`,
    kind: 'created',
    actor: creatorOf(whole),
    occurredAt: task.created_at,
    before: null,
    after: title,
    text: [`Created: ${title}`, task.notes.trim()].filter((part) => part !== '').join('\n\n'),
    ours: false,
  }
}

function storyChange(whole: WholeTask, story: WireStory, told: Told | undefined): Change {
  const { task, me } = whole
  const common = { externalId: `${task.gid}#story-${story.gid}`, actor: story.created_by }
  const occurredAt = story.created_at
  const nothing = { before: null, after: null, ours: false }
  if (story.resource_subtype === 'comment_added') {
    const ours = story.created_by?.accountId === me && actIn(story.text) !== null
    const kind = !ours && mentions(story.text, me) ? ('mention' as const) : ('comment' as const)
    const edited = story.is_edited ? editOf(whole, story) : { occurredAt }
    return { ...common, ...nothing, kind, text: story.text, ours, ...edited }
  }
  if (!told) return { ...common, ...nothing, occurredAt, kind: 'other', text: story.text }
  const { kind, field, before, after } = told
  const isNotes = story.resource_subtype === 'notes_changed'
  const text = isNotes
    ? `${field} as it reads now:\n\n${task.notes.trim()}`
    : `${field}: ${before ?? 'none'} → ${after ?? 'none'}`
  return { ...common, occurredAt, kind, before, after, text, ours: false }
}

/** Asana gives an edited comment no new id and no time, so its words are part of the id, and an event says when. */
function editOf({ task, editedAt }: WholeTask, { gid, text, created_at }: WireStory) {
  const words = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { externalId: `${task.gid}#story-${gid}-${words}`, occurredAt: editedAt.get(gid) ?? created_at }
}

/** In plain text a person is a link to their profile. */
function mentions(text: string, me: string): boolean {
  return [...text.matchAll(/https:\/\/app\.asana\.com\/\S*?(\d+)(?:\/list)?(?![\w/])/g)].some(
    ([, gid]) => gid === me,
  )
}

function unownedSince({ task, stories }: WholeTask): string | null {
  if (task.assignee) return null
  const left = stories.findLast(({ resource_subtype }) => resource_subtype === 'unassigned')
  return left?.created_at ?? task.created_at
}
