import { personId, type Person } from '#src/domain/person.ts'
import type { JiraSignal } from '#src/domain/signal.ts'
import type { Board } from './board.ts'

/** People of the register whose Jira account a ticket names for the first time, or anew. */
export function withAccounts(signals: JiraSignal[], board: Board): Person[] {
  const found = new Map<string, Person>()
  const met = new Set(board.met().map(({ projectId, id }) => `${projectId} ${id}`))
  for (const { source, project, context, actor } of signals) {
    const people = board.pictures.find((each) => each.project.id === project)?.people ?? []
    for (const who of source === 'jira' ? [context.assignee, context.reporter, actor] : []) {
      const known = people.find(({ id }) => id === personId(who?.email ?? ''))
      if (!who || !known || known.accountId === who.accountId || who.accountId === 'unknown') continue
      // Who joined on this page came with their account.
      if (met.has(`${project} ${known.id}`)) continue
      found.set(`${project} ${known.id}`, { ...known, version: known.version + 1, accountId: who.accountId })
    }
  }
  return [...found.values()]
}
