import type { MarkedItem } from '#src/domain/proof.ts'
import { actIn } from './act-mark.ts'
import { AsanaUnreadable } from './asana-errors.ts'
import { changedTasks } from './changed-tasks.ts'
import { refOf } from './task-ref.ts'
import type { AsanaSite } from './whole-tasks.ts'

/** Comments of our own account whose last line names an act, in tasks of these projects that changed since. */
export async function markedComments(
  site: AsanaSite,
  projects: string[],
  { from, to }: { from: Date; to: Date },
): Promise<MarkedItem[]> {
  if (projects.length === 0) return []
  const found = new Map<string, MarkedItem>()
  for await (const page of changedTasks(site, { projects, marks: {}, since: from })) {
    const [bad] = page.unreadable
    if (bad) throw new AsanaUnreadable(`${bad.ref}: ${bad.why}`, 'GET /tasks')
    for (const { task, stories, project, me } of page.tasks)
      for (const { gid: id, text, created_at: at, created_by: by } of stories) {
        const actId = by?.accountId === me ? actIn(text) : null
        const moment = new Date(at).toISOString()
        if (actId === null || moment < from.toISOString() || moment >= to.toISOString()) continue
        const ref = refOf(project.key, task.gid)
        found.set(id, { place: 'asana', what: 'comment', ref, id, actId, at: moment })
      }
  }
  return [...found.values()]
}
