import { z } from 'zod'
import { HAIKU } from '#src/domain/prices.ts'
import type { Signal } from '#src/domain/signal.ts'
import { importance, verdict } from '#src/domain/verdict.ts'
import type { SignalQuestion } from './ask-in-batches.ts'
import { ABOUT_THE_FENCE, fence } from './fence.ts'
import type { Prompt } from './prompt.ts'
import { shownSignal } from './shown-signal.ts'

const classifyAnswer = z.object({
  signals: z.array(
    z.object({
      id: z.string(),
      importance,
      complexity: verdict.shape.complexity,
      reason: z.string(),
    }),
  ),
})
export type ClassifyAnswer = z.infer<typeof classifyAnswer>

export const classifyPrompt: Prompt<ClassifyAnswer> = {
  step: 'classify',
  version: 'classify@1',
  model: HAIKU,
  maxTokens: 3000,
  schema: classifyAnswer,
  system: `You sort changes of tickets and mails of one delivery project by how much they matter to its project manager.

${ABOUT_THE_FENCE}

For every signal in the block, answer once, under its id:
- importance:
  "critical": a commitment outside the team (a release, a contract date, a customer, a regulator, safety, money) breaks or \
will break within days unless the project manager acts.
  "high": somebody waits for the project manager, or work that others wait for stands still and nobody is moving it: a \
decision asked for, an escalation, a blocker without an owner, a promised date that will be missed, a resource taken away.
  "medium": worth knowing today: a request between others that could become a problem, a risk named, a date or scope under \
discussion, a dependency that slips a little, an answer that was waited for.
  "low": normal progress, thanks with a small fact, a question that the team answers itself.
  "noise": newsletters, automatic messages, out-of-office notes, pleasantries, duplicates, anything without a bearing on \
the project.
  Judge by consequence, not by tone: capital letters and "urgent" alone make nothing important, and a calm sentence can \
move a release.
- complexity: "complex" when weighing it takes several sources or a choice between options with different costs; else \
"routine".
- reason: why, in at most 120 characters, impersonal, British English, about the matter and never about a person's \
character. No names of people, no addresses, no links.`,
}

export const classifyQuestion: SignalQuestion<ClassifyAnswer['signals'][number]> = {
  prompt: classifyPrompt,
  most: 25,
  content: classifyContent,
}

/** One project's signals to sort, fenced. */
export function classifyContent(signals: Signal[]): string {
  return `Signals to sort:\n${fence({ signals: signals.map(shownSignal) })}`
}
