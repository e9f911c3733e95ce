import type { StoryFile, TaskFile } from '#src/sandbox/scenario/vendor-files.ts'
import { asText, isVendor, type Vendor } from '#src/sandbox/vendor/value.ts'

/** A task made ready for time travel: its stories oldest first. */
export type TimedTask = { file: TaskFile; created: number; deletedAt: number; stories: StoryFile[] }

/** Sorts a task's stories once. */
export function timedTask(file: TaskFile): TimedTask {
  const stories = [...file.stories].sort((a, b) => timeOf(a) - timeOf(b))
  const deletedAt = file._deletedAt === undefined ? Infinity : Date.parse(file._deletedAt)
  return { file, created: Date.parse(file.created_at), deletedAt, stories }
}

/** The task as it was at `at` (ms): later stories are undone, the newest first. Undefined before its creation and once deleted. */
export function taskAt({ file, created, deletedAt, stories }: TimedTask, at: number): Vendor | undefined {
  if (created > at || deletedAt <= at) return undefined
  let task: Vendor = { resource_type: 'task', ...file, stories: undefined, _deletedAt: undefined }
  const seen = stories.filter((story) => timeOf(story) <= at)
  for (const story of stories.toReversed())
    if (timeOf(story) > at) task = { ...task, ...before(story, task, seen) }
  return task
}

/** A story as it read at `at`: a comment edited later shows its present words, as Asana keeps no older ones. */
export function storyAt(story: StoryFile, at: number): Vendor {
  const { _editedAt: editedAt, ...shown } = story
  const isEdited = editedAt !== undefined && Date.parse(editedAt) <= at
  const type = story.resource_subtype === 'comment_added' ? 'comment' : 'system'
  return { resource_type: 'story', type, ...shown, is_edited: isEdited }
}

/** The moments at which a task changed. */
export function momentsOf({ created, deletedAt, stories }: TimedTask): number[] {
  const edits = stories.flatMap(({ _editedAt }) => (_editedAt === undefined ? [] : [Date.parse(_editedAt)]))
  return [created, ...stories.map(timeOf), ...edits, ...(deletedAt === Infinity ? [] : [deletedAt])]
}

/** What a story changed, as it was before. */
function before(story: StoryFile, task: Vendor, seen: StoryFile[]): Vendor {
  const { dependency: other, tag } = story
  switch (story.resource_subtype) {
    case 'marked_complete':
      return { completed: false, completed_at: null, completed_by: null }
    case 'marked_incomplete':
      return { completed: true }
    case 'name_changed':
      return { name: story['old_name'] }
    case 'due_date_changed':
      return datesOf(story['old_dates'])
    case 'assigned':
    case 'unassigned':
      return { assignee: seen.findLast(isAssignment)?.['assignee'] ?? null }
    case 'section_changed':
      return { memberships: movedBack(listOf(task['memberships']), story) }
    case 'added_to_project':
      return { memberships: withoutProject(listOf(task['memberships']), story['project']) }
    case 'removed_from_project':
      return { memberships: [...listOf(task['memberships']), { project: story['project'], section: null }] }
    case 'dependency_added':
      return { dependencies: without(task['dependencies'], other) }
    case 'dependency_removed':
      return { dependencies: [...listOf(task['dependencies']), other] }
    case 'dependent_added':
      return { dependents: without(task['dependents'], other) }
    case 'dependent_removed':
      return { dependents: [...listOf(task['dependents']), other] }
    case 'added_to_tag':
      return { tags: without(task['tags'], tag) }
    case 'removed_from_tag':
      return { tags: [...listOf(task['tags']), tag] }
    default:
      return isVendor(story['custom_field']) ? { custom_fields: fieldBefore(task, story) } : {}
  }
}

const isAssignment = ({ resource_subtype: kind }: StoryFile) => kind === 'assigned' || kind === 'unassigned'

function datesOf(dates: unknown): Vendor {
  const known = isVendor(dates) ? dates : {}
  return { due_on: known['due_on'] ?? null, due_at: known['due_at'] ?? null }
}

function movedBack(memberships: Vendor[], { old_section: old, new_section: now }: StoryFile): Vendor[] {
  return memberships.map((each) =>
    gidOf(each['section']) === gidOf(now) ? { ...each, section: old ?? null } : each,
  )
}

function withoutProject(memberships: Vendor[], project: unknown): Vendor[] {
  return memberships.filter((each) => gidOf(each['project']) !== gidOf(project))
}

function fieldBefore(task: Vendor, story: StoryFile): Vendor[] {
  const option = story['old_enum_value'] ?? null
  const number = story['old_number_value'] ?? null
  const text = story['old_text_value'] ?? null
  const shown = isVendor(option) ? option['name'] : (text ?? asText(number) ?? null)
  return listOf(task['custom_fields']).map((field) =>
    gidOf(field) === gidOf(story['custom_field'])
      ? { ...field, enum_value: option, number_value: number, text_value: text, display_value: shown }
      : field,
  )
}

function without(records: unknown, gone: unknown): Vendor[] {
  return listOf(records).filter((each) => gidOf(each) !== gidOf(gone))
}

/** The records of a list; anything else is none. */
export function listOf(value: unknown): Vendor[] {
  return Array.isArray(value) ? value.filter(isVendor) : []
}

/** A record's gid; undefined where there is none. */
export function gidOf(value: unknown): unknown {
  return isVendor(value) ? value['gid'] : undefined
}

/** When a story was written (ms). */
export function timeOf({ created_at }: { created_at: string }): number {
  return Date.parse(created_at)
}
