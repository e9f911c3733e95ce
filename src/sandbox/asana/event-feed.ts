import { z } from 'zod'
import { jsonOrNothing } from '#src/adapters/sources/http.ts'
import type { StoryFile } from '#src/sandbox/scenario/vendor-files.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'
import { gidOf, timeOf } from './task-at.ts'
import type { Life, Workspace } from './workspace.ts'

/** How long (ms of scenario time) a sync token is known. */
export const TOKEN_LIFE_MS = 24 * 3_600_000

const token = z.object({ project: z.string(), seen: z.number().int(), issued: z.number().int() })

/** A token for everything up to an event, given out at a moment. */
export function tokenAfter(project: string, seen: number, issued: number): string {
  return Buffer.from(JSON.stringify({ project, seen, issued })).toString('base64url')
}

/** How many events a token stands for; undefined where Asana would not know it any more. */
export function seenBy(sync: string | null, project: string, at: number): number | undefined {
  const read = token.safeParse(jsonOrNothing(Buffer.from(sync ?? '', 'base64url').toString())).data
  if (!read || read.project !== project || at - read.issued > TOKEN_LIFE_MS) return undefined
  return read.seen
}

/** A project's events up to a moment, in the order they came about; ours last among those of one moment. */
export function eventsOf(workspace: Workspace, project: string, at: number): Vendor[] {
  return workspace
    .livesIn(project)
    .flatMap((life) => eventsIn(life, project))
    .filter(({ when }) => when <= at)
    .sort((a, b) => a.when - b.when || a.rank - b.rank)
    .map(({ event }) => event)
}

type Happened = { when: number; rank: number; event: Vendor }

function eventsIn(
  { timed: { file, created, deletedAt, stories }, written }: Life,
  project: string,
): Happened[] {
  const task = { gid: file.gid, resource_type: 'task', resource_subtype: 'default_task', name: file['name'] }
  const born: Vendor = {
    ...{ user: file['created_by'] ?? null, created_at: file.created_at, type: 'task', action: 'added' },
    ...{ resource: task, parent: { gid: project, resource_type: 'project' } },
  }
  const deletion: Vendor = {
    ...{ user: null, created_at: file._deletedAt, type: 'task', action: 'deleted' },
    ...{ resource: task, parent: null },
  }
  return [
    { when: created, rank: 0, event: born },
    ...(deletedAt === Infinity ? [] : [{ when: deletedAt, rank: 2, event: deletion }]),
    ...stories.flatMap((story) => [...ofStory(story, task, 0), ...removal(story, task, project)]),
    ...written.flatMap((story) => ofStory(story, task, 1)),
  ]
}

/** A task that is taken out of the project whose events these are. */
function removal(story: StoryFile, task: Vendor, project: string): Happened[] {
  if (story.resource_subtype !== 'removed_from_project' || gidOf(story['project']) !== project) return []
  const { created_at, created_by: user = null } = story
  const parent = { gid: project, resource_type: 'project' }
  const event = { user, created_at, type: 'task', action: 'removed', resource: task, parent }
  return [{ when: timeOf(story), rank: 0, event }]
}

/** A story is added to its task; whatever it tells but a comment changed the task too. */
function ofStory(story: StoryFile, task: Vendor, rank: number): Happened[] {
  const { gid, resource_subtype, created_at, _editedAt } = story
  const user = story['created_by'] ?? null
  const resource = { gid, resource_type: 'story', resource_subtype }
  const added = { user, created_at, type: 'story', action: 'added', resource, parent: task }
  const change = { field: FIELDS[resource_subtype] ?? 'custom_fields', action: 'changed' }
  const changed = { user, created_at, type: 'task', action: 'changed', resource: task, parent: null, change }
  const edited = {
    ...{ user, created_at: _editedAt, type: 'story', action: 'changed', resource, parent: task },
    change: { field: 'text', action: 'changed' },
  }
  const when = timeOf(story)
  return [
    { when, rank, event: added },
    ...(resource_subtype === 'comment_added' ? [] : [{ when, rank, event: changed }]),
    ...(_editedAt === undefined ? [] : [{ when: Date.parse(_editedAt), rank, event: edited }]),
  ]
}

const FIELDS: Record<string, string> = {
  ...{ marked_complete: 'completed', marked_incomplete: 'completed', name_changed: 'name' },
  ...{ notes_changed: 'notes', assigned: 'assignee', unassigned: 'assignee', due_date_changed: 'due_on' },
  ...{ section_changed: 'memberships', dependency_added: 'dependencies', dependency_removed: 'dependencies' },
}
