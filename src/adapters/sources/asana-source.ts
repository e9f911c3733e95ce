import type { Asana } from './asana/asana.ts'
import { marksOf } from './asana/marks.ts'
import { taskChanges } from './asana/task-changes.ts'
import { unreadable, whyUnreadable, type SignalSource } from './source.ts'

/** Asana as a source of signals. Its account is the host; its mark holds each project's sync token. */
export function asanaSource(asana: Asana, baseUrl: string): SignalSource {
  return {
    source: 'asana',
    account: new URL(baseUrl).hostname,
    check: () => whyUnreadable(asana.check),
    changedSince: async function* (keys, { since, cursor }) {
      const projects = keys.flatMap((key) => asana.projectGid(key) ?? [])
      try {
        const query = { projects, marks: marksOf(cursor), since }
        for await (const page of asana.changedTasks(query))
          yield {
            changes: page.tasks.flatMap(taskChanges),
            unreadable: page.unreadable,
            upTo: page.isLast ? page.began : undefined,
            cursor: JSON.stringify(page.marks),
            isLast: page.isLast,
            mustKeep: page.mustKeep,
          }
      } catch (error) {
        throw unreadable(error)
      }
    },
  }
}
