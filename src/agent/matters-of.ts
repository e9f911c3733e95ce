import type { Matter } from '#src/domain/matter.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { PageOfCheck } from './messages.ts'

export type MattersDeps = {
  page(slot: string, page: number): Promise<string[]>
  signals(ids: string[]): Promise<Signal[]>
  matters(refs: { projectId: string; id: string }[]): Promise<Matter[]>
}

/** The matters that this page's signals belong to. */
export async function mattersOf(deps: MattersDeps, check: PageOfCheck): Promise<Matter[]> {
  const signals = await deps.signals(await deps.page(check.slot, check.page))
  const refs = signals.flatMap((each) =>
    each.projectId && each.matterId ? [{ projectId: each.projectId, id: each.matterId }] : [],
  )
  return await deps.matters(refs)
}
