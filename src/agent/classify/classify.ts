import { clip } from '#src/domain/clip.ts'
import type { Memory } from '#src/domain/memory.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { Importance, Verdict } from '#src/domain/verdict.ts'
import type { PageOfCheck } from '../messages.ts'
import { openSignals, type PageReader } from '../open-signals.ts'
import { askInBatches, type BatchDeps } from '../prompts/ask-in-batches.ts'
import { classifyPrompt, classifyQuestion, type ClassifyAnswer } from '../prompts/classify-prompt.ts'
import { whyForeign } from '../prompts/foreign-words.ts'
import { usableText } from '../prompts/shown-signal.ts'

export type ClassifyDeps = PageReader &
  BatchDeps & {
    now(): Date
    /** Who judges when no model may be asked, or has no answer: the rules' best guess. */
    judge(signal: Signal, at: Date): Verdict
    memories(projectId: string): Promise<Memory[]>
  }

/**
 * Gives a verdict to each signal that the rules' first pass left open: a model's, batch by batch, and the rules' best guess
 * wherever there is none. What belongs to no project, and words that were set aside, are shown to no model.
 */
export async function classify(deps: ClassifyDeps, check: PageOfCheck): Promise<PageOfCheck> {
  const unjudged = (await openSignals(deps, check)).filter((each) => each.verdict === null)
  await deps.saveSignals(unjudged.filter((each) => !mayBeShown(each)).map((each) => guessed(deps, each)))
  const asked = { signals: unjudged.filter(mayBeShown), timeZone: check.desk.workingHours.timeZone }
  const question = classifyQuestion(await memoriesFor(deps, asked.signals))
  await askInBatches(deps, question, asked, (each, said) =>
    said ? withVerdict(each, verdictOf(each, said, deps.now())) : guessed(deps, each),
  )
  return check
}

/** Read before anything is asked: a prompt is worked out at once. */
async function memoriesFor({ memories }: ClassifyDeps, signals: Signal[]) {
  const ids = new Set(signals.flatMap(({ projectId }) => projectId ?? []))
  const known = new Map(await Promise.all([...ids].map(async (id) => [id, await memories(id)] as const)))
  return (projectId: string | null) => known.get(projectId ?? '') ?? []
}

function mayBeShown(signal: Signal): boolean {
  return signal.projectId !== null && usableText(signal).trim() !== ''
}

/** The rules' best guess, made of no more than what may be used of the text. */
function guessed({ judge, now }: ClassifyDeps, signal: Signal): Signal {
  return withVerdict(signal, judge({ ...signal, text: usableText(signal) }, now()))
}

function withVerdict(signal: Signal, verdict: Verdict): Signal {
  return { ...signal, version: signal.version + 1, verdict }
}

const REASON = 140

function verdictOf(signal: Signal, said: ClassifyAnswer['signals'][number], at: Date): Verdict {
  const { complexity } = said
  const ground = { own: '', refs: signal.ref, quoted: usableText(signal) }
  const reason = whyForeign(said.reason, ground, false)
    ? 'Sorted by what it says.'
    : clip(said.reason.trim(), REASON)
  const importance = signal.setAside === null ? said.importance : atMostHigh(said.importance)
  return {
    ...{ signalId: signal.id, importance, complexity, by: 'model', rule: classifyPrompt.version },
    ...{ reason, at: at.toISOString() },
  }
}

/** Who tried to give orders does not also get to the top of the list. */
function atMostHigh(importance: Importance): Importance {
  return importance === 'critical' ? 'high' : importance
}
