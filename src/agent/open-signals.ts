import type { Signal } from '#src/domain/signal.ts'
import type { PageOfCheck } from './messages.ts'

export type PageReader = {
  /** `ids` of signals; `again`: projects that are due another look, without anything new. */
  page(slot: string, page: number): Promise<{ ids: string[]; again: string[] }>
  signals(ids: string[]): Promise<Signal[]>
}

/** The signals on this page of a check that are not settled yet: what a step has to work through. */
export async function openSignals(deps: PageReader, { slot, page }: PageOfCheck): Promise<Signal[]> {
  return openOf(deps, (await deps.page(slot, page)).ids)
}

/** Those of them that are not settled yet. */
export async function openOf(deps: Pick<PageReader, 'signals'>, ids: string[]): Promise<Signal[]> {
  return (await deps.signals(ids)).filter((each) => each.state === 'open')
}
