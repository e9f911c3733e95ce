import type { Signal } from '#src/domain/signal.ts'
import type { PageOfCheck } from './messages.ts'
import { openOf, type PageReader } from './open-signals.ts'

/** What this page of a check is about: its signals that are not settled yet, by project, and projects due a look. */
export async function projectsOf(
  deps: PageReader,
  { slot, page }: PageOfCheck,
): Promise<Map<string, Signal[]>> {
  const { ids, again } = await deps.page(slot, page)
  const found = new Map<string, Signal[]>(again.map((id) => [id, []]))
  for (const each of await openOf(deps, ids))
    if (each.projectId) found.set(each.projectId, [...(found.get(each.projectId) ?? []), each])
  return found
}
