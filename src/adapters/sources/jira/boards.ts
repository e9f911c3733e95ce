import { z } from 'zod'
import type { BoardSprint } from '#src/domain/jira-issue.ts'
import type { CallJira } from './call-jira.ts'
import { JiraRefused, JiraUnauthorised } from './jira-errors.ts'
import { sprintsIn } from './wire-plan.ts'

const PAGE = 50

/**
 * The running and coming sprints of a project's boards (agile API). None where the site has no Jira Software, the board no
 * sprints, or the account no sight of them: a plan without sprints is a plan, and nothing of it is missed.
 */
export async function boardSprints(call: CallJira, project: string): Promise<BoardSprint[]> {
  const boards = await all(call, '/rest/agile/1.0/board', { projectKeyOrId: project, type: 'scrum' })
  const found = new Map<string, BoardSprint>()
  for (const { id } of z.array(board).parse(boards)) {
    const values = await all(call, `/rest/agile/1.0/board/${String(id)}/sprint`, { state: 'active,future' })
    for (const sprint of sprintsIn(values)) found.set(sprint.id, sprint)
  }
  return [...found.values()]
}

const board = z.object({ id: z.number() })
const page = z.object({ isLast: z.boolean(), values: z.array(z.unknown()) })

async function all(call: CallJira, path: string, query: Record<string, string>): Promise<unknown[]> {
  const values: unknown[] = []
  try {
    for (;;) {
      const asked = { ...query, startAt: values.length, maxResults: PAGE }
      const found = await call({ method: 'GET', path, query: asked }, page)
      values.push(...found.values)
      if (found.isLast || found.values.length === 0) return values
    }
  } catch (error) {
    if (error instanceof JiraRefused || (error instanceof JiraUnauthorised && error.status === 403)) return []
    throw error
  }
}
