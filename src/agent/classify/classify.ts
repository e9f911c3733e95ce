import type { Signal } from '#src/domain/signal.ts'
import type { Verdict } from '#src/domain/verdict.ts'
import type { PageOfCheck } from '../messages.ts'

export type ClassifyDeps = {
  now(): Date
  page(slot: string, page: number): Promise<string[]>
  signals(ids: string[]): Promise<Signal[]>
  saveSignals(signals: Signal[]): Promise<void>
  /** Who judges what the rules left open: the rules' best guess while no model may be asked. */
  judge(signal: Signal, at: Date): Verdict
}

/** Gives a verdict to each signal that the rules' first pass left open. */
export async function classify(deps: ClassifyDeps, check: PageOfCheck): Promise<PageOfCheck> {
  const signals = await deps.signals(await deps.page(check.slot, check.page))
  const open = signals.filter((each) => each.state === 'open' && each.verdict === null)
  const at = deps.now()
  await deps.saveSignals(
    open.map((each) => ({ ...each, version: each.version + 1, verdict: deps.judge(each, at) })),
  )
  return check
}
