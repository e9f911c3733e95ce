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
import { namedSignal, usableText } from '../prompts/shown-signal.ts'

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
  const judged = await judgedByModel(deps, open.filter(mayBeShown), check.desk.workingHours.timeZone)
  const at = deps.now()
  const verdictOn = (each: Signal) =>
    judged.get(each.id) ?? deps.judge({ ...each, text: usableText(each) }, at)
  await deps.saveSignals(
    open.map((each) => ({ ...each, version: each.version + 1, verdict: verdictOn(each) })),
  )
  return check
}

function mayBeShown(signal: Signal): boolean {
  return signal.projectId !== null && usableText(signal).trim() !== ''
}

async function judgedByModel(
  deps: ClassifyDeps,
  signals: Signal[],
  timeZone: string,
): Promise<Map<string, Verdict>> {
  const batches = inBatches(signals, CLASSIFY_BATCH)
  const answers = await askEach(
    deps,
    batches.map(({ projectId, signals: batch }) =>
      requestOf(classifyPrompt, {
        ...{ projectId, timeZone },
        content: classifyContent(batch),
        about: batch.map((each) => each.id),
      }),
    ),
  )
  const at = deps.now()
  const verdicts = new Map<string, Verdict>()
  batches.forEach(({ signals: batch }, index) => {
    const asked = answers[index]
    if (asked?.kind !== 'answered') return
    for (const found of asked.answer.signals) {
      const signal = namedSignal(batch, found.id)
      if (signal && !verdicts.has(signal.id)) verdicts.set(signal.id, verdictOf(signal, found, at))
    }
  })
  return verdicts
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
