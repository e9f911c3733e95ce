import type { JiraKind } from '#src/domain/jira-kind.ts'
import { fieldSaysBlocked, saysBlocked } from './blocked-words.ts'
import type { WireStory } from './wire.ts'

/** What a system story tells, in the words a tracker's history uses. */
export type Told = { kind: JiraKind; field: string; before: string | null; after: string | null }

/** The status of a task that is done, whatever section it lies in. */
export const COMPLETED = 'Completed'

/**
 * What a story of a known subtype tells. `had`: who had the task before, which Asana does not repeat. Undefined: only
 * Asana's own text says it, and that changes with the language of whoever asks.
 */
export function toldBy(story: WireStory, had: string | null): Told | undefined {
  const told = (kind: JiraKind, field: string, before: Given, after: Given): Told => ({
    ...{ kind, field },
    before: before ?? null,
    after: after ?? null,
  })
  const other = (story.dependency ?? story.task)?.name
  switch (story.resource_subtype) {
    case 'marked_complete':
      return told('status', 'Status', null, COMPLETED)
    case 'marked_incomplete':
      return told('status', 'Status', COMPLETED, 'Open')
    case 'section_changed':
      return moved(story.old_section?.name ?? null, story.new_section?.name ?? null)
    case 'assigned':
      return told('assignee', 'Assignee', had, story.assignee?.name ?? story.assignee?.gid)
    case 'unassigned':
      return told('assignee', 'Assignee', had, null)
    case 'due_date_changed':
      return told('due_date', 'Due date', story.old_dates?.due_on, story.new_dates?.due_on)
    case 'name_changed':
      return told('description', 'Name', story.old_name, story.new_name)
    case 'notes_changed':
      return told('description', 'Description', null, null)
    case 'dependency_added':
      return told('link', 'Blocked by', null, other)
    case 'dependency_removed':
      return told('link', 'Blocked by', other, null)
    case 'dependent_added':
      return told('link', 'Blocks', null, other)
    case 'dependent_removed':
      return told('link', 'Blocks', other, null)
    case 'added_to_tag':
      return tagged(story, null, story.tag?.name)
    case 'removed_from_tag':
      return tagged(story, story.tag?.name, null)
    default:
      return story.custom_field ? ofField(story, story.custom_field.name ?? 'Field') : undefined
  }
}

type Given = string | null | undefined

/** Into and out of a section that says "blocked" is a flag; any other move is one along the board. */
function moved(before: string | null, after: string | null): Told {
  if (saysBlocked(after)) return { kind: 'flag', field: 'Flagged', before: null, after }
  if (saysBlocked(before)) return { kind: 'flag', field: 'Flagged', before, after: null }
  return { kind: 'status', field: 'Section', before, after }
}

function tagged({ tag }: WireStory, before: Given, after: Given): Told {
  const kind = saysBlocked(tag?.name) ? 'flag' : 'other'
  return { kind, field: kind === 'flag' ? 'Flagged' : 'Labels', before: before ?? null, after: after ?? null }
}

/** A custom field is known by its name, as every team makes its own. */
function ofField(story: WireStory, field: string): Told {
  const before = valueOf(story, 'old')
  const after = valueOf(story, 'new')
  const [was, is] = [fieldSaysBlocked(field, before), fieldSaysBlocked(field, after)]
  if (was !== is)
    return { kind: 'flag', field: 'Flagged', before: was ? before : null, after: is ? after : null }
  return { kind: KINDS.find(([name]) => name.test(field))?.[1] ?? 'other', field, before, after }
}

const KINDS: [RegExp, JiraKind][] = [
  [/^priority$/i, 'priority'],
  [/^(status|stage|state|progress)$/i, 'status'],
  [/^((story )?points?|estimate|effort)\b/i, 'estimate'],
  [/^(sprint|iteration)$/i, 'sprint'],
  [/^(acceptance criteria|definition of done)$/i, 'description'],
  [/^resolution$/i, 'resolution'],
]

/** Whether a number field says how much work it is. */
export function isPoints(field: string | null | undefined): boolean {
  return KINDS.some(([name, kind]) => kind === 'estimate' && name.test(field ?? ''))
}

function valueOf(story: WireStory, which: 'old' | 'new'): string | null {
  const is = which === 'new'
  const option = is ? story.new_enum_value : story.old_enum_value
  const number = is ? story.new_number_value : story.old_number_value
  const text = is ? story.new_text_value : story.old_text_value
  const date = is ? story.new_date_value : story.old_date_value
  const several =
    (is ? story.new_multi_enum_values : story.old_multi_enum_values) ??
    (is ? story.new_people_value : story.old_people_value)
  const names = several?.flatMap(({ name }) => name ?? []).join(', ')
  return option?.name ?? number?.toString() ?? text ?? date?.due_on ?? (names ? names : null)
}
