import type { z } from 'zod'
import type { Gone } from '../source.ts'
import { gidOf, keyOf } from './task-ref.ts'
import { oneTask, standingOf, type AsanaSite } from './whole-tasks.ts'
import { wirePage, wireTask } from './wire.ts'

/** Asana's most. */
const PAGE = 100
const FIELDS = 'memberships.project.name'

/**
 * An event that says a task went may be lost, and no list tells of it. Each project is asked for its open tasks, a hundred at
 * once, and again for each that did not come.
 */
export async function goneOf(site: AsanaSite, refs: readonly string[]): Promise<Gone[]> {
  const there = new Set<string>()
  for (const [project, key] of site.watched)
    if (refs.some((ref) => keyOf(ref) === key))
      for (const task of await openTasks(site, project)) there.add(standingOf(site, task) ?? '')
  const gone: Gone[] = []
  for (const ref of refs) {
    if (there.has(ref)) continue
    const raw = await oneTask(site.call, gidOf(ref), FIELDS)
    const movedTo = raw === 'gone' || raw === 'hidden' ? null : standingOf(site, placed.parse(raw))
    if (movedTo !== ref) gone.push({ ref, movedTo })
  }
  return gone
}

const placed = wireTask.pick({ gid: true, memberships: true })
type Placed = z.infer<typeof placed>

async function openTasks({ call }: AsanaSite, project: string): Promise<Placed[]> {
  const found: Placed[] = []
  let offset: string | undefined
  do {
    const query = {
      project,
      completed_since: 'now',
      opt_fields: FIELDS,
      limit: PAGE,
      ...(offset && { offset }),
    }
    const page = await call({ method: 'GET', path: '/tasks', query }, wirePage)
    // One that can't be read is asked for by itself.
    found.push(...page.data.flatMap((raw) => placed.safeParse(raw).data ?? []))
    offset = page.next_page?.offset
  } while (offset !== undefined)
  return found
}
