import type { Signal } from '#src/domain/signal.ts'
import type { Importance, Verdict } from '#src/domain/verdict.ts'

/** One line of the rules' table. */
export type Rule<S extends Signal, Extra extends unknown[] = []> = {
  name: string
  importance: Importance
  complexity?: 'complex'
  /** What it finds is not sure enough to go before a model: it only says that no later rule may call it calm. */
  isOpen?: true
  when: (signal: S, ...extra: Extra) => boolean
  reason: string
}

/** What a rule makes of a signal. */
export function verdictOf(
  signal: Signal,
  rule: Pick<Rule<Signal>, 'name' | 'importance' | 'complexity' | 'reason'>,
  at: Date,
): Verdict {
  return {
    signalId: signal.id,
    importance: rule.importance,
    complexity: rule.complexity ?? 'routine',
    by: 'rules',
    rule: rule.name,
    reason: rule.reason,
    at: at.toISOString(),
  }
}
