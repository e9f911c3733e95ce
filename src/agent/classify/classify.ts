import type { Ask } from '#src/asking/ask.ts'
import { askEach } from '#src/asking/ask-each.ts'
import { clip } from '#src/domain/clip.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { Importance, Verdict } from '#src/domain/verdict.ts'
import type { PageOfCheck } from '../messages.ts'
import { inBatches } from '../prompts/batches.ts'
import {
  CLASSIFY_BATCH,
  classifyContent,
  classifyPrompt,
  type ClassifyAnswer,
} from '../prompts/classify-prompt.ts'
import { whyForeign } from '../prompts/foreign-words.ts'
import { requestOf } from '../prompts/request-of.ts'
import { shortName, usableText } from '../prompts/shown-signal.ts'

export type ClassifyDeps = {
  now(): Date
  realNow(): Date
  page(slot: string, page: number): Promise<string[]>
  signals(ids: string[]): Promise<Signal[]>
  saveSignals(signals: Signal[]): Promise<void>
  ask: Ask
  /** Who judges when no model may be asked, or has no answer: the rules' best guess. */
  judge(signal: Signal, at: Date): Verdict
}

/**
 * Gives a verdict to each signal that the rules' first pass left open: a model's, batch by batch, and the rules' best guess
 * wherever there is none. What belongs to no project, and words that were set aside, are shown to no model.
 */
export async function classify(deps: ClassifyDeps, check: PageOfCheck): Promise<PageOfCheck> {
  const signals = await deps.signals(await deps.page(check.slot, check.page))
  const open = signals.filter((each) => each.state === 'open' && each.verdict === null)
  const judge = (each: Signal): Verdict => deps.judge({ ...each, text: usableText(each) }, deps.now())
  await deps.saveSignals(
    open.filter((each) => !mayBeShown(each)).map((each) => withVerdict(each, judge(each))),
  )
  const batches = inBatches(open.filter(mayBeShown), CLASSIFY_BATCH)
  const requests = batches.map(({ projectId, signals: batch }) =>
    requestOf(classifyPrompt, {
      ...{ projectId, timeZone: check.desk.workingHours.timeZone },
      content: classifyContent(batch),
      about: batch.map((each) => each.id),
    }),
  )
  // Each batch is saved with its answer, so that a retry asks the rest in the same batches as before.
  await askEach(deps, requests, async (asked, index) => {
    const found = asked?.kind === 'answered' ? asked.answer.signals : []
    await deps.saveSignals(
      (batches[index]?.signals ?? []).map((each, place) => {
        const said = found.find(({ id }) => id === shortName(place))
        return withVerdict(each, said ? verdictOf(each, said, deps.now()) : judge(each))
      }),
    )
  })
  return check
}

function withVerdict(signal: Signal, verdict: Verdict): Signal {
  return { ...signal, version: signal.version + 1, verdict }
}

function mayBeShown(signal: Signal): boolean {
  return signal.projectId !== null && usableText(signal).trim() !== ''
}

const REASON = 140

function verdictOf(signal: Signal, found: ClassifyAnswer['signals'][number], at: Date): Verdict {
  const { complexity } = found
  const ground = { own: '', refs: signal.ref, quoted: usableText(signal) }
  const reason = whyForeign(found.reason, ground, false)
    ? 'Sorted by what it says.'
    : clip(found.reason.trim(), REASON)
  const importance = signal.setAside === null ? found.importance : atMostHigh(found.importance)
  return {
    ...{ signalId: signal.id, importance, complexity, by: 'model', rule: classifyPrompt.version },
    ...{ reason, at: at.toISOString() },
  }
}

/** Who tried to give orders does not also get to the top of the list. */
function atMostHigh(importance: Importance): Importance {
  return importance === 'critical' ? 'high' : importance
}
