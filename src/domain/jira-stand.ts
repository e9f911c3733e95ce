import type { JiraComment, JiraContext, JiraHistory, JiraSprint } from './jira-issue.ts'

type Read = {
  created: string
  histories: JiraHistory[]
  comments: JiraComment[]
  description: string
  criteria: string
  sprints: Omit<JiraSprint, 'joinedAt'>[]
}

type Stand = Pick<JiraContext, 'sprints' | 'hasCriteria' | 'dueDateMoves' | 'changedAt'>

/** Fields whose change moves nothing forward: a place in a list, who watches, a label. */
const IDLE = /^(rank|labels?|watch.*|component|attachment|workflow|link|remote.*|epic.*)$/i
const CRITERIA = /acceptance criteria|definition of done|\bgiven\b[\s\S]*\bwhen\b[\s\S]*\bthen\b/i

/** What an issue's whole history says about where it stands; histories and comments oldest first. */
export function standOf(read: Read): Stand {
  return {
    sprints: read.sprints.map((sprint) => ({ ...sprint, joinedAt: joinedAt(read, sprint.name) })),
    hasCriteria: read.criteria.trim() !== '' || CRITERIA.test(read.description),
    dueDateMoves: dueDateMoves(read.histories),
    changedAt: changedAt(read),
  }
}

/** When it last came into a sprint; from birth when no history says so. */
function joinedAt({ histories, created }: Read, sprint: string): string {
  const joined = histories.findLast(({ items }) =>
    items.some((item) => isSprint(item.field) && names(item.after, sprint) && !names(item.before, sprint)),
  )
  return joined?.at ?? created
}

const isSprint = (field: string) => field.toLowerCase() === 'sprint'

function names(value: string | null, sprint: string): boolean {
  return (value ?? '').split(',').some((each) => each.trim() === sprint)
}

function dueDateMoves(histories: JiraHistory[]): number {
  const moves = histories
    .flatMap(({ items }) => items)
    .filter(({ fieldId, field }) => {
      return fieldId === 'duedate' || /^due ?date$/i.test(field)
    })
  return moves.filter(({ before, after }) => before !== null && after !== null && after > before).length
}

function changedAt({ created, histories, comments }: Read): string {
  const moved = histories.filter(({ items }) => items.some((item) => !IDLE.test(item.field)))
  const said = comments.filter((comment) => comment.actId === null).map((comment) => comment.updated)
  return [created, ...moved.map((history) => history.at), ...said].reduce((a, b) => (a > b ? a : b))
}

/** The newest comment that a person wrote and no act of ours. Comments oldest first or not. */
export function lastWordOf(comments: readonly JiraComment[]): NonNullable<JiraContext['lastWord']> | null {
  const others = comments.flatMap(({ author, created, actId }) =>
    author && actId === null ? [{ at: created, by: author.name }] : [],
  )
  return others.sort((a, b) => a.at.localeCompare(b.at)).at(-1) ?? null
}
