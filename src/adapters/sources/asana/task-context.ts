import { clip } from '#src/domain/clip.ts'
import type { JiraComment, JiraContext, JiraHistory } from '#src/domain/jira-issue.ts'
import { lastWordOf, standOf } from '#src/domain/jira-stand.ts'
import { actIn } from './act-mark.ts'
import { isBlocked } from './blocked-words.ts'
import { COMPLETED, isPoints } from './story-words.ts'
import { refOf } from './task-ref.ts'
import { creatorOf, toldInTurn, type WholeTask } from './whole-task.ts'
import type { WireTask } from './wire.ts'

/** Asana's sections have no category; one that is named like a queue holds work that nobody has begun. */
const QUEUE = /^(to[ -]?do|backlog|new|not started|next( up)?|ideas?|inbox|ready|planned|requests?)\b/i
const NO_SECTION = 'No section'
/** Asana's own name for where a task lies that nobody has put anywhere. */
const UNTITLED = /^\(?(untitled section|no section)\)?$/i

/** What rules need to know about a task, in the words of a ticket: its section is its status, completed is done. */
export function taskContext(whole: WholeTask): JiraContext {
  const { task, project } = whole
  const place = task.memberships.find((each) => each.project?.gid === project.gid)
  const section = place?.section?.name ?? null
  const field = (name: RegExp) =>
    task.custom_fields.find((each) => name.test(each.name ?? ''))?.display_value ?? null
  const sprint = field(/^(sprint|iteration)$/i)
  const comments = commentsOf(whole)
  const { sprints, hasCriteria, dueDateMoves, changedAt } = standOf({
    ...{ created: task.created_at, histories: historiesOf(whole), comments },
    description: task.notes,
    criteria: field(/^(acceptance criteria|definition of done)$/i) ?? '',
    // A sprint that is only an option of a field has no dates.
    sprints: sprint ? [{ id: sprint, name: sprint, goal: null, startAt: null, endAt: null }] : [],
  })
  return {
    ...(task.completed
      ? { status: COMPLETED, statusCategory: 'done' }
      : place
        ? standing(section)
        : { status: 'Taken out of the project', statusCategory: 'done' }),
    priority: field(/^priority$/i),
    assignee: task.assignee,
    dueDate: task.due_on ?? null,
    flagged: isBlocked(task, section),
    issueType: TYPES[task.resource_subtype] ?? 'Task',
    resolution: task.completed ? COMPLETED : null,
    reporter: creatorOf(whole),
    points: task.custom_fields.find(({ name }) => isPoints(name))?.number_value ?? null,
    ...{ sprints, hasCriteria, dueDateMoves, changedAt },
    lastWord: lastWordOf(comments),
    versions: [],
    blocks: task.dependents.map(({ gid }) => refOf(project.key, gid)),
    blockedBy: task.dependencies.map(({ gid }) => refOf(project.key, gid)),
    about: clip(task.notes, 600),
  }
}

const TYPES: Record<WireTask['resource_subtype'], string> = { milestone: 'Milestone', approval: 'Approval' }

function standing(section: string | null): Pick<JiraContext, 'status' | 'statusCategory'> {
  if (section === null || UNTITLED.test(section)) return { status: NO_SECTION, statusCategory: 'new' }
  return { status: section, statusCategory: QUEUE.test(section) ? 'new' : 'indeterminate' }
}

function historiesOf({ stories }: WholeTask): JiraHistory[] {
  const told = toldInTurn(stories)
  return stories.flatMap((story): JiraHistory[] => {
    const tells = told.get(story)
    if (!tells) return []
    const { field, before, after } = tells
    const items = [{ fieldId: null, field, before, after }]
    return [{ id: story.gid, at: story.created_at, author: story.created_by, items }]
  })
}

function commentsOf({ stories }: WholeTask): JiraComment[] {
  return stories
    .filter(({ resource_subtype }) => resource_subtype === 'comment_added')
    .map(({ gid, created_by, created_at, text }) => ({
      ...{ id: gid, author: created_by, created: created_at, updated: created_at, text },
      ...{ mentions: [], actId: actIn(text) },
    }))
}
