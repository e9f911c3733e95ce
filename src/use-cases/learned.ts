import type { DismissReason, Escalation } from '#src/domain/escalation.ts'
import { NEVER_MATTERED, playbookOf, type MemoryOf } from '#src/domain/memory.ts'

type Deps = { now(): Date; newId(at: Date, ...parts: (string | number)[]): string }

/** Reasons that say of the question itself that it need not be put; the others are about this once. */
const SAYS_NOT_TO_ASK: readonly DismissReason[] = ['not_a_problem', 'not_mine']

/** What the reason of a dismissal teaches: no more such decisions about this matter, or nothing. */
export function learnedFromDismissal(
  deps: Deps,
  asked: Escalation,
  { by, reason }: { by: string; reason: DismissReason },
): MemoryOf<'silence'>[] {
  if (!SAYS_NOT_TO_ASK.includes(reason)) return []
  return [silenceFrom(deps, asked, { by, matterId: asked.matterId, reason })]
}

/** A decision that need not have been put. */
export function silenceFrom(
  deps: Deps,
  asked: Escalation,
  { by, matterId, reason }: { by: string; matterId: string | null; reason: DismissReason | null },
): MemoryOf<'silence'> {
  const like = { rule: playbookOf(asked), matterId }
  return {
    ...common(deps, asked, by),
    teaches: 'silence',
    like,
    reason,
    ...{ weight: asked.importance, matterId: asked.matterId },
  }
}

/** How a decision was answered. */
export function choiceFrom(deps: Deps, asked: Escalation, by: string, chose: string): MemoryOf<'choice'> {
  const like = { rule: playbookOf(asked), matterId: asked.matterId }
  return { ...common(deps, asked, by), teaches: 'choice', like, chose }
}

/** What was learned from a decision has its name from it: one answer, one memory. */
export function memoryIdOf({ newId }: Pick<Deps, 'newId'>, { createdAt, id }: Escalation): string {
  return newId(new Date(createdAt), id, 'answer')
}

function common(deps: Deps, asked: Escalation, by: string) {
  const { id, projectId, refs, title } = asked
  return {
    ...{ id: memoryIdOf(deps, asked), version: 1, projectId, by, at: deps.now().toISOString() },
    from: { kind: 'escalation' as const, id, ref: refs[0] ?? '', title },
    mattered: NEVER_MATTERED,
  }
}
