import type { Ask } from '#src/asking/ask.ts'
import { askEach } from '#src/asking/ask-each.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { Prompt } from './prompt.ts'
import { requestOf } from './request-of.ts'
import { shortName } from './shown-signal.ts'

/** What is asked about signals: at most `most` in one call, as `content` shows them, each answered under its short name. */
export type SignalQuestion<Said extends { id: string }> = {
  prompt: Prompt<{ signals: Said[] }>
  most: number
  content(signals: Signal[]): string
}

export type BatchDeps = {
  realNow(): Date
  ask: Ask
  saveSignals(signals: Signal[]): Promise<void>
}

/**
 * Asks about signals of one project at a time, and saves each as `next` makes it; `said` is undefined where there is no
 * answer. Each batch is saved with its answer, so that a retry asks the rest in the same batches as before.
 */
export async function askInBatches<Said extends { id: string }>(
  deps: BatchDeps,
  question: SignalQuestion<Said>,
  { signals, timeZone }: { signals: Signal[]; timeZone: string },
  next: (signal: Signal, said: Said | undefined) => Signal,
): Promise<void> {
  const batches = inBatches(signals, question.most)
  const requests = batches.map(({ projectId, signals: batch }) => {
    const about = batch.map((each) => each.id)
    return requestOf(question.prompt, { projectId, timeZone, about, content: question.content(batch) })
  })
  await askEach(deps, requests, async (asked, index) => {
    const answers = asked?.kind === 'answered' ? asked.answer.signals : []
    const saidOf = (place: number) => answers.find(({ id }) => id === shortName(place))
    await deps.saveSignals((batches[index]?.signals ?? []).map((each, place) => next(each, saidOf(place))))
  })
}

/** Signals of one project each, at most `most` together, in their order. */
function inBatches(signals: Signal[], most: number): { projectId: string | null; signals: Signal[] }[] {
  const byProject = Map.groupBy(signals, (each) => each.projectId)
  return [...byProject].flatMap(([projectId, all]) =>
    Array.from({ length: Math.ceil(all.length / most) }, (_, index) => ({
      projectId,
      signals: all.slice(index * most, (index + 1) * most),
    })),
  )
}
