import type { Signal } from '#src/domain/signal.ts'
import type { PageOfCheck } from './messages.ts'
import { openSignals, type PageReader } from './open-signals.ts'

export type PageDeps = PageReader & {
  /** Projects that are due another look, without anything new. */
  again(slot: string, page: number): Promise<string[]>
}

/** What this page of a check is about: its signals that are not settled yet, by project, and projects due a look. */
export async function projectsOf(deps: PageDeps, check: PageOfCheck): Promise<Map<string, Signal[]>> {
  const found = new Map<string, Signal[]>()
  for (const id of await deps.again(check.slot, check.page)) found.set(id, [])
  for (const each of await openSignals(deps, check))
    if (each.projectId) found.set(each.projectId, [...(found.get(each.projectId) ?? []), each])
  return found
}
