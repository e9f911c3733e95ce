import type { Signal } from '#src/domain/signal.ts'
import type { PageOfCheck } from './messages.ts'

export type PageReader = {
  page(slot: string, page: number): Promise<string[]>
  signals(ids: string[]): Promise<Signal[]>
}

/** The signals on this page of a check that are not settled yet: what a step has to work through. */
export async function openSignals(deps: PageReader, { slot, page }: PageOfCheck): Promise<Signal[]> {
  const signals = await deps.signals(await deps.page(slot, page))
  return signals.filter((each) => each.state === 'open')
}
