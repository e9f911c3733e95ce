import type { Matter } from '#src/domain/matter.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { PageOfCheck } from './messages.ts'

type MatterRef = { projectId: string; id: string }

export type MattersDeps = {
  page(slot: string, page: number): Promise<string[]>
  signals(ids: string[]): Promise<Signal[]>
  matters(refs: MatterRef[]): Promise<Matter[]>
  /** Matters that are due another look, without anything new. */
  again(slot: string, page: number): Promise<MatterRef[]>
}

/** The matters that this page's signals belong to. */
export async function mattersOf(deps: MattersDeps, check: PageOfCheck): Promise<Matter[]> {
  const signals = await deps.signals(await deps.page(check.slot, check.page))
  const refs = signals.flatMap((each) =>
    each.projectId && each.matterId ? [{ projectId: each.projectId, id: each.matterId }] : [],
  )
  return await deps.matters([...refs, ...(await deps.again(check.slot, check.page))])
}
