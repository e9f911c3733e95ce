import type { Act } from '#src/domain/act.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { Memory } from '#src/domain/memory.ts'
import type { Signal } from '#src/domain/signal.ts'
import { aboutSignal, callsSince, type Asked, type ChainCallDeps } from './chain-calls.ts'
import { silenceLesson, type Scope } from './correct-decision.ts'
import { lineOf } from './correct-signal.ts'
import { actsTried } from './done-before.ts'
import { NoSuchDecision } from './refusals.ts'
import { actsOfChoice } from './settle-decision.ts'

export type ViewChainDeps = ChainCallDeps & {
  newId(at: Date, ...parts: (string | number)[]): string
  signals: { getMany(ids: string[]): Promise<Signal[]> }
  escalations: {
    get(projectId: string, id: string): Promise<Escalation | undefined>
    ofProject(projectId: string): Promise<Escalation[]>
  }
  acts: { getMany(projectId: string, ids: string[]): Promise<Act[]> }
  memories: { ofProject(projectId: string): Promise<Memory[]> }
}

/** A decision and everything it was made of and that was made of it. */
export type ChainView = {
  asked: Escalation
  /** What it rests on, oldest first. */
  signals: { signal: Signal; line: string }[]
  /** What a model was asked about the decision itself. */
  calls: Asked
  /** Of its choice, and of those before it. */
  acts: Act[]
  /** In micro-dollars, with the part of its signals. */
  cost: number
  learned: Memory | null
  lesson: { past: number; changes: Record<Scope, number> }
}

/** The whole chain of a decision: law 10. Throws {@link NoSuchDecision}. */
export async function viewChain(
  deps: ViewChainDeps,
  { projectId, id }: { projectId: string; id: string },
): Promise<ChainView> {
  const asked = await deps.escalations.get(projectId, id)
  if (!asked) throw new NoSuchDecision('There is no such decision.')
  const ids = [...new Set(asked.facts.map((fact) => fact.signalId))]
  const signals = await deps.signals.getMany(ids)
  const [all, acts, memories, lesson] = await Promise.all([
    callsSince(deps, signals[0]?.recordedAt ?? asked.createdAt),
    deps.acts.getMany(projectId, [...new Set([...actsTried(asked), ...actsOfChoice(asked)])]),
    deps.memories.ofProject(projectId),
    silenceLesson({ ...deps, ofProject: deps.escalations.ofProject }, asked),
  ])
  const calls = ofDecision(all, ids)
  const read = { ...all, calls: all.calls.filter(({ call }) => call.step !== REASON) }
  const parts = ids.flatMap((each) => aboutSignal(read, each).calls)
  return {
    ...{ asked, calls, acts, lesson },
    signals: signals.map((signal) => ({ signal, line: lineOf(signal) })),
    cost: [...calls.calls, ...parts].reduce((sum, each) => sum + each.cost, 0),
    learned: memories.find(({ from }) => from.id === id) ?? null,
  }
}

/** The step that weighs a matter as a whole. */
const REASON = 'reason'

/** It grew with its facts: whatever was asked about some of them, and about nothing else, was asked about it. */
function ofDecision({ calls, skipped }: Asked, ids: string[]): Asked {
  const isIts = ({ step, about }: { step: string; about: string[] }) =>
    step === REASON && about.every((each) => ids.includes(each))
  return { calls: calls.filter(({ call }) => isIts(call)), skipped: skipped.filter(isIts) }
}
