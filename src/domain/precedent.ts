import type { EscalationDraft } from './escalation.ts'
import { featuresOf, nearness, type Features } from './likeness.ts'
import { playbookOf, type AskedLikeness, type Memory, type MemoryOf } from './memory.ts'
import type { Person } from './person.ts'
import type { Signal } from './signal.ts'
import { bandOf, IMPORTANCES, type Verdict } from './verdict.ts'

/** What the PM's word about others is never used for: what is set aside, our own, what was there at the start, nobody's. */
export function isTeachable({ setAside, ours, bootstrap, projectId }: Signal): boolean {
  return setAside === null && !ours && !bootstrap && projectId !== null
}

/** The nearest of what was taught about signals like this one; of equally near ones the newest. */
export function precedentFor(
  memories: readonly Memory[],
  found: Features,
): MemoryOf<'importance'> | undefined {
  const near = memories.flatMap((each) => {
    if (each.teaches !== 'importance') return []
    const score = nearness(each.like, found)
    return score === undefined ? [] : [{ each, score }]
  })
  near.sort((a, b) => b.score - a.score || b.each.at.localeCompare(a.each.at))
  return near[0]?.each
}

export type Taught = { memories: readonly Memory[]; people: readonly Person[]; at: Date }

/**
 * A verdict as the PM taught it: what rules or a model say stands where nothing was taught, or where it says the same. It
 * changes how much a signal matters and nothing else; undefined where nobody has judged yet and nothing was taught.
 */
export function asTaught(of: Signal, judged: Verdict | undefined, taught: Taught): Verdict | undefined {
  const { memories, people, at } = taught
  // Taking a text's features apart costs more than all other rules of a ticket together.
  if (!memories.some(({ teaches }) => teaches === 'importance') || !isTeachable(of)) return judged
  const precedent = precedentFor(memories, featuresOf(of, people))
  if (!precedent || (judged && bandOf(judged.importance) === bandOf(precedent.importance))) return judged
  return {
    ...{ signalId: of.id, importance: precedent.importance, complexity: judged?.complexity ?? 'routine' },
    ...{ by: 'rules', rule: 'precedent@1', reason: 'You said so of one like it.', memoryId: precedent.id },
    at: at.toISOString(),
  }
}

/** Signals, of those that were sorted, that would be sorted otherwise if this were known as well. */
export function wouldChange(next: MemoryOf<'importance'>, past: readonly Signal[], taught: Taught): Signal[] {
  const memories = [...taught.memories.filter(({ id }) => id !== next.id), next]
  return past.filter(
    (each) =>
      each.verdict &&
      bandOf(asTaught(each, each.verdict, { ...taught, memories })?.importance ?? each.verdict.importance) !==
        bandOf(each.verdict.importance),
  )
}

type Asked = Pick<EscalationDraft, 'rule' | 'matterId'>

/** Whether a decision is one of those. */
export function isLikeAsked({ rule, matterId }: AskedLikeness, asked: Asked): boolean {
  return rule === playbookOf(asked) && (matterId === null || matterId === asked.matterId)
}

/** The PM's word that a decision need not be raised; none where it weighs more than the one that word was about. */
export function silencedBy(
  memories: readonly Memory[],
  draft: Asked & Pick<EscalationDraft, 'importance'>,
): MemoryOf<'silence'> | undefined {
  return memories.find(
    (each): each is MemoryOf<'silence'> =>
      each.teaches === 'silence' &&
      isLikeAsked(each.like, draft) &&
      IMPORTANCES.indexOf(draft.importance) >= IMPORTANCES.indexOf(each.weight),
  )
}
