import type { z } from 'zod'
import { AsanaForgot } from './asana-errors.ts'
import type { CallAsana } from './call-asana.ts'
import { wireEvents } from './wire.ts'

/** What a project's events name since a token, and the next token. */
export type Events = {
  /** The gids of tasks that changed, each once. */
  tasks: string[]
  /** The gids of tasks that were deleted. */
  deleted: string[]
  /** When a story was changed, by its gid: only an event says when a comment was edited. */
  editedAt: Map<string, string>
  sync: string
  hasMore: boolean
}

/** The events of a project since a token (at most a hundred); a fresh token where there is none or Asana forgot it. */
export async function eventsSince(
  call: CallAsana,
  projectGid: string,
  sync: string | undefined,
): Promise<Events | { forgotten: string }> {
  try {
    const query = { resource: projectGid, ...(sync !== undefined && { sync }) }
    const answer = await call({ method: 'GET', path: '/events', query }, wireEvents)
    return eventsIn(answer)
  } catch (error) {
    if (error instanceof AsanaForgot) return { forgotten: error.sync }
    throw error
  }
}

function eventsIn({ data, sync, has_more }: z.infer<typeof wireEvents>): Events {
  const tasks = new Set<string>()
  const deleted = new Set<string>()
  const editedAt = new Map<string, string>()
  for (const { resource, parent, action, created_at } of data) {
    const task = [resource, parent].find((each) => each?.resource_type === 'task')
    if (task && action === 'deleted' && task === resource) deleted.add(task.gid)
    else if (task) tasks.add(task.gid)
    if (task && action === 'undeleted' && task === resource) deleted.delete(task.gid)
    if (resource?.resource_type === 'story' && action === 'changed') editedAt.set(resource.gid, created_at)
  }
  return { tasks: [...tasks], deleted: [...deleted], editedAt, sync, hasMore: has_more }
}
