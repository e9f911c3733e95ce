import { z } from 'zod'
import type { CallAsana } from './call-asana.ts'
import { AsanaRefused, AsanaUnauthorised, AsanaUnavailable, AsanaUnreadable } from './asana-errors.ts'
import type { Gone } from '../source.ts'
import { refOf } from './task-ref.ts'
import type { WholeTask } from './whole-task.ts'
import { STORY_FIELDS, TASK_FIELDS, wirePage, wireStory, wireTask, type WireStory } from './wire.ts'

/** What reading tasks takes: `watched`, the keys of all watched projects by their gids. */
export type AsanaSite = {
  call: CallAsana
  clock: () => Date | undefined
  me: () => Promise<string>
  watched: ReadonlyMap<string, string>
}

/** `gone`: tasks that no longer go under a name of this project. */
export type Tasks = { tasks: WholeTask[]; unreadable: { ref: string; why: string }[]; gone: Gone[] }

/** Asana's most. */
const PAGE = 100
const MOST_PAGES = 200

/** Tasks as a list or a single look gave them, each with its stories; one that can't be read is named beside the others. */
export async function wholeTasks(
  site: AsanaSite,
  projectGid: string,
  found: unknown[],
  editedAt: WholeTask['editedAt'] = new Map(),
): Promise<Tasks> {
  const read: Tasks = { tasks: [], unreadable: [], gone: [] }
  const here = { gid: projectGid, key: site.watched.get(projectGid) ?? '' }
  for (const raw of found) {
    const parsed = wireTask.safeParse(raw)
    if (!parsed.success) {
      const gid = z.object({ gid: z.string() }).safeParse(raw).data?.gid
      read.unreadable.push({
        ref: gid ? refOf(here.key, gid) : `a task of ${here.key}`,
        why: whyNot(parsed.error),
      })
      continue
    }
    const task = parsed.data
    const project = homeOf(site, task.memberships) ?? here
    // A subtask that lies in no project of its own is part of its parent.
    if (task.parent && !homeOf(site, task.memberships)) continue
    const stories = await storiesOf(site.call, task.gid)
    if (stories === 'gone') continue
    if (Array.isArray(stories)) read.tasks.push({ task, stories, project, me: await site.me(), editedAt })
    else read.unreadable.push({ ref: refOf(project.key, task.gid), why: stories.why })
  }
  return read
}

/** The tasks with these gids; one that was deleted, or taken out of the project, is named as gone. */
export async function tasksByGid(
  site: AsanaSite,
  projectGid: string,
  gids: string[],
  editedAt: WholeTask['editedAt'],
): Promise<Tasks> {
  const found: unknown[] = []
  const hidden: Tasks['unreadable'] = []
  const gone: Gone[] = []
  for (const gid of gids) {
    const ref = refOf(site.watched.get(projectGid) ?? '', gid)
    const raw = await oneTask(site.call, gid)
    if (raw === 'hidden') hidden.push({ ref, why: 'Asana does not show it.' })
    else if (raw === 'gone') gone.push({ ref, movedTo: null })
    else {
      const task = wireTask.safeParse(raw).data
      const movedTo = task ? standingOf(site, task) : ref
      if (movedTo !== ref) gone.push({ ref, movedTo })
      if (movedTo !== null || task?.parent) found.push(raw)
    }
  }
  const read = await wholeTasks(site, projectGid, found, editedAt)
  return { tasks: read.tasks, unreadable: [...hidden, ...read.unreadable], gone }
}

/** Under which name a task goes; null: it lies in no project that is watched. */
export function standingOf(site: AsanaSite, { gid, memberships }: Placed): string | null {
  const home = homeOf(site, memberships)
  return home ? refOf(home.key, gid) : null
}

type Placed = Pick<WholeTask['task'], 'gid' | 'memberships'>

/** A task may lie in several projects: it always counts for the same one, so that no change is recorded twice. */
function homeOf(site: AsanaSite, memberships: Placed['memberships']) {
  const homes = memberships.flatMap(({ project }) => {
    const key = site.watched.get(project?.gid ?? '')
    return project && key !== undefined ? [{ gid: project.gid, key }] : []
  })
  return homes.sort((a, b) => a.key.localeCompare(b.key))[0]
}

/** A task as Asana gives it; `hidden`: it is there, and not for us. */
export async function oneTask(call: CallAsana, gid: string, fields = TASK_FIELDS): Promise<unknown> {
  try {
    const query = { opt_fields: fields }
    const { data } = await call(
      { method: 'GET', path: taskPath(gid), query },
      z.object({ data: z.unknown() }),
    )
    return data
  } catch (error) {
    if (error instanceof AsanaRefused && error.status === 404) return 'gone'
    if (error instanceof AsanaUnauthorised && error.status === 403) return 'hidden'
    throw error
  }
}

/** A task's stories, oldest first. */
export async function storiesOf(
  call: CallAsana,
  gid: string,
): Promise<WireStory[] | 'gone' | { why: string }> {
  const found: WireStory[] = []
  const path = `${taskPath(gid)}/stories`
  let offset: string | undefined
  try {
    for (let count = 0; ; count++) {
      if (count > MOST_PAGES)
        throw new AsanaUnavailable("A task's stories never come to an end.", `GET ${path}`)
      const query = { opt_fields: STORY_FIELDS, limit: PAGE, ...(offset && { offset }) }
      const page = await call({ method: 'GET', path, query }, wirePage)
      for (const raw of page.data) {
        const story = wireStory.safeParse(raw)
        if (!story.success) return { why: `One of its stories: ${whyNot(story.error)}` }
        found.push(story.data)
      }
      offset = page.next_page?.offset
      if (offset === undefined) return found.sort((a, b) => a.created_at.localeCompare(b.created_at))
    }
  } catch (error) {
    if (error instanceof AsanaRefused && error.status === 404) return 'gone'
    throw error
  }
}

/** One whole task as it stands in a project; throws where it can't be read. */
export async function wholeTask(site: AsanaSite, projectGid: string, gid: string): Promise<WholeTask> {
  const path = taskPath(gid)
  const query = { opt_fields: TASK_FIELDS }
  const { data } = await site.call({ method: 'GET', path, query }, z.object({ data: z.unknown() }))
  const here = new Map([...site.watched].filter(([each]) => each === projectGid))
  const { tasks, unreadable } = await wholeTasks({ ...site, watched: here }, projectGid, [data])
  const [found] = tasks
  if (!found) throw new AsanaUnreadable(unreadable[0]?.why ?? 'there is no task in it.', `GET ${path}`)
  return found
}

export function taskPath(gid: string): string {
  return `/tasks/${encodeURIComponent(gid)}`
}

function whyNot(error: z.ZodError): string {
  const [issue] = error.issues
  return `its field ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
}
