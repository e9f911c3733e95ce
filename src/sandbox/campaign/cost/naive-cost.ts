import { classifyQuestion } from '#src/agent/prompts/classify-prompt.ts'
import type { Prompt } from '#src/agent/prompts/prompt.ts'
import { reasonContent, reasonPrompt } from '#src/agent/prompts/reason-prompt.ts'
import { sanitiseQuestion } from '#src/agent/prompts/sanitise-prompt.ts'
import type { CallModel } from '#src/domain/model-call.ts'
import { costOf, type ModelName, type Usage } from '#src/domain/prices.ts'
import type { Signal } from '#src/domain/signal.ts'

/** Nothing was learned that a naive scheme would show. */
const sorted = classifyQuestion(() => [])

export type Naive = { cost: number; calls: number }

/**
 * What it would cost to show every signal to every model: the same prompts, models, batches and checks, but no gate, no
 * rules before them, and no cache. Micro-dollars. What a decision is about is only the signal itself, without options,
 * which is the least that a larger model could be asked.
 */
export async function naiveCost(call: CallModel, signals: Signal[]): Promise<Naive> {
  const total: Naive = { cost: 0, calls: 0 }
  const ask = async <T>(prompt: Prompt<T>, content: string) => {
    const reply = await call({ ...prompt, content })
    if (reply.kind !== 'answer') throw new Error(`The model had no answer for ${prompt.step}.`)
    total.cost += uncached(prompt.model, reply.usage)
    total.calls += 1
  }
  const checks = Map.groupBy(signals, ({ recordedAt, projectId }) => `${recordedAt} ${projectId ?? ''}`)
  for (const found of checks.values()) {
    for (const batch of inBatches(found, sanitiseQuestion.most))
      await ask(sanitiseQuestion.prompt, sanitiseQuestion.content(batch))
    for (const batch of inBatches(found, sorted.most)) await ask(sorted.prompt, sorted.content(batch))
    for (const each of found) await ask(reasonPrompt, reasonContent(frameOf(each)))
  }
  return total
}

/** What was written to a cache, or read from it, at the price of any other token. */
function uncached(model: ModelName, { input, output, cacheWrite, cacheRead }: Usage): number {
  return costOf(model, { input: input + cacheWrite + cacheRead, output, cacheWrite: 0, cacheRead: 0 })
}

function frameOf({ title, text, actor, occurredAt, ref }: Signal) {
  return {
    ...{ rule: 'none@1', since: occurredAt },
    ...{ title, whyNow: text.slice(0, 140), wouldChange: '', options: [] },
    facts: [{ text, by: actor?.name ?? '', at: occurredAt, ref }],
    recommendation: { optionId: 'A', reason: '' },
  }
}

function inBatches<T>(all: T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, n) => all.slice(n * most, (n + 1) * most))
}
