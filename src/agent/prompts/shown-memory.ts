import type { EscalationDraft } from '#src/domain/escalation.ts'
import { featuresOf } from '#src/domain/likeness.ts'
import { playbookOf, type Memory, type MemoryOf } from '#src/domain/memory.ts'
import type { Signal } from '#src/domain/signal.ts'
import { bandOf } from '#src/domain/verdict.ts'

/** Enough to show a habit; more would only cost. */
const SHOWN = 8

/**
 * What the PM said of signals that are a little like these, the nearest first: what is quite alike was sorted by it before
 * any model is asked. Kinds and words only, no id, no name and no address.
 */
export function nearMemories(memories: readonly Memory[], signals: readonly Signal[]) {
  const found = signals.map((each) => featuresOf(each, []))
  const kinds = new Set(found.map(({ kind }) => kind))
  const words = new Set(found.flatMap((each) => each.words))
  const sharedWith = ({ like }: MemoryOf<'importance'>) => like.words.filter((word) => words.has(word)).length
  return memories
    .filter((each): each is MemoryOf<'importance'> => each.teaches === 'importance')
    .filter((each) => kinds.has(each.like.kind) || sharedWith(each) > 0)
    .toSorted((a, b) => sharedWith(b) - sharedWith(a) || b.at.localeCompare(a.at))
    .slice(0, SHOWN)
    .map(({ like: { kind, issueType, move, words: about }, importance, was }) => ({
      ...{ kind, issueType, move, words: about },
      ...{ sorted: was === null ? null : bandOf(was), right: bandOf(importance) },
    }))
}

/**
 * How the PM answered decisions like this one before it came up, the last one first, and what need not have been asked. Of
 * before it alone: a decision that is found again is the same question, and its answer is not bought a second time.
 */
export function earlierAnswers(
  memories: readonly Memory[],
  asked: Pick<EscalationDraft, 'rule' | 'since'>,
): MemoryOf<'choice' | 'silence'>[] {
  return memories
    .filter((each): each is MemoryOf<'choice' | 'silence'> => each.teaches !== 'importance')
    .filter(({ like, at }) => like.rule === playbookOf(asked) && at < asked.since)
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, SHOWN)
}

/** An earlier answer as a model sees it. */
export function shownAnswer(of: MemoryOf<'choice' | 'silence'>) {
  const answered = of.teaches === 'choice' ? of.chose : 'should not have been asked'
  return { asked: of.from.title, at: of.at, answered }
}
