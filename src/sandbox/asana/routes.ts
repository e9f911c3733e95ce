import { z } from 'zod'
import type { Answer } from '#src/sandbox/vendor/answer.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'
import { list, record, refused, unknownObject, type Asked, type Route } from './answer.ts'
import { eventsOf, seenBy, tokenAfter } from './event-feed.ts'
import type { Workspace } from './workspace.ts'

/** Asana's most in one answer. */
const MOST_EVENTS = 100

/** The part of Asana's REST 1.0 that the double has. */
export const asanaRoutes: Route[] = [
  { method: 'GET', path: /^\/users\/me$/, run: (place, asked) => record(200, place.account, asked) },
  {
    method: 'GET',
    path: /^\/projects\/([^/]+)$/,
    run: (place, asked, [gid = '']) => {
      if (!place.hasProject(gid)) return unknownObject('project', gid)
      const workspace = { gid: '1200000000000001', resource_type: 'workspace' }
      return record(200, { gid, resource_type: 'project', name: `Project ${gid}`, workspace }, asked)
    },
  },
  {
    method: 'GET',
    path: /^\/projects\/([^/]+)\/project_memberships$/,
    run: (place, asked, [gid = '']) => {
      if (!place.hasProject(gid)) return unknownObject('project', gid)
      const access_level = asked.isViewer ? 'viewer' : 'editor'
      const membership = { gid: `${gid}1`, resource_type: 'project_membership', access_level }
      return list([{ ...membership, user: place.account }], asked)
    },
  },
  { method: 'GET', path: /^\/tasks$/, run: tasksOfProject },
  {
    method: 'GET',
    path: /^\/tasks\/([^/]+)$/,
    run: (place, asked, [gid = '']) => {
      const task = place.task(gid, asked.at)
      return task ? record(200, task, asked) : unknownObject('task', gid)
    },
  },
  {
    method: 'GET',
    path: /^\/tasks\/([^/]+)\/stories$/,
    run: (place, asked, [gid = '']) =>
      place.task(gid, asked.at) ? list(place.stories(gid, asked.at), asked) : unknownObject('task', gid),
  },
  { method: 'POST', path: /^\/tasks\/([^/]+)\/stories$/, run: addComment },
  { method: 'GET', path: /^\/events$/, run: events },
]

function tasksOfProject(place: Workspace, asked: Asked): Answer {
  const { query, at } = asked
  const project = query.get('project')
  if (project === null)
    return refused(400, 'You should specify one of workspace, tag, project, section, user_task_list')
  if (!place.hasProject(project)) return unknownObject('project', project)
  const isWanted = (task: Vendor) =>
    isSince(task['modified_at'], query.get('modified_since')) &&
    (task['completed'] !== true || isSince(task['completed_at'], query.get('completed_since')))
  return list(place.tasksOf(project, at).filter(isWanted), asked)
}

function isSince(moment: unknown, since: string | null): boolean {
  return since === null || Date.parse(String(moment)) >= Date.parse(since)
}

const newComment = z.object({ data: z.object({ text: z.string().min(1) }) })

function addComment(place: Workspace, asked: Asked, [taskGid = '']: string[]): Answer {
  const task = place.task(taskGid, asked.at)
  if (!task) return unknownObject('task', taskGid)
  const read = newComment.safeParse(asked.body)
  if (!read.success) return refused(400, 'text: Missing input')
  const gid = place.nextGid()
  const at = new Date(asked.at).toISOString()
  place.journal.add({ kind: 'comment', at, taskGid, gid, text: read.data.data.text })
  const made = place.stories(taskGid, asked.at).find((story) => story['gid'] === gid)
  return record(201, { ...made, target: { gid: taskGid, resource_type: 'task', name: task['name'] } }, asked)
}

function events(place: Workspace, { query, at, pageSize }: Asked): Answer {
  const project = query.get('resource')
  if (project === null) return refused(400, 'resource: Missing input')
  if (!place.hasProject(project)) return unknownObject('resource', project)
  const all = eventsOf(place, project, at)
  const seen = seenBy(query.get('sync'), project, at)
  if (seen === undefined) return syncForgotten(tokenAfter(project, all.length, at))
  const data = all.slice(seen, seen + Math.min(pageSize ?? MOST_EVENTS, MOST_EVENTS))
  const upTo = seen + data.length
  const sync = tokenAfter(project, upTo, at)
  return { status: 200, body: { data, sync, has_more: upTo < all.length } }
}

function syncForgotten(sync: string): Answer {
  const message =
    'Sync token invalid or too old. If you are attempting to keep resources in sync, you must fetch the full dataset for this query now and use the new sync token for the next sync.'
  return refused(412, message, { sync })
}
