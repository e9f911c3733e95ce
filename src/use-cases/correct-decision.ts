import { isOpen, type Escalation } from '#src/domain/escalation.ts'
import type { Memory, MemoryOf } from '#src/domain/memory.ts'
import { silencedBy } from '#src/domain/precedent.ts'
import { dismiss } from '#src/domain/put-aside.ts'
import { decisionEvent } from './decision-event.ts'
import type { DecisionDeps } from './deps.ts'
import { silenceFrom } from './learned.ts'
import { findDecision, saveOrLose, type Place } from './settle-decision.ts'

/** What should not be raised again: decisions of this sort about the same matter, or about any. */
export type Scope = 'matter' | 'sort'

export type CorrectDecisionDeps = DecisionDeps & {
  ofProject(projectId: string): Promise<Escalation[]>
  memory(projectId: string, id: string): Promise<Memory | undefined>
  saveMemories(next: Memory[], events: ReturnType<typeof decisionEvent>[]): Promise<void>
}

/** How many earlier decisions of the project would not have been raised, in either scope. */
export async function silenceLesson(
  deps: Pick<CorrectDecisionDeps, 'now' | 'newId' | 'ofProject'>,
  asked: Escalation,
): Promise<{ past: number; changes: Record<Scope, number> }> {
  const past = (await deps.ofProject(asked.projectId)).filter(({ id }) => id !== asked.id)
  const count = (scope: Scope) => {
    const next = silenceFrom(deps, asked, { by: '', matterId: matterIn(scope, asked), reason: null })
    return past.filter((each) => silencedBy([next], each)).length
  }
  return { past: past.length, changes: { matter: count('matter'), sort: count('sort') } }
}

/**
 * The PM says that it should not have been raised: one that is open is dismissed with it, and others of its sort are not
 * raised unless they weigh more. Throws NoSuchDecision, AlreadyDecided or ChangedMeanwhile.
 */
export async function correctDecision(
  deps: CorrectDecisionDeps,
  { scope, by, ...place }: Place & { scope: Scope; by: string },
): Promise<MemoryOf<'silence'>> {
  const { asked } = await findDecision(deps, place)
  const next = silenceFrom(deps, asked, { by, matterId: matterIn(scope, asked), reason: null })
  const what = scope === 'matter' ? 'about the same matter' : 'of this sort'
  const text = `Wrong: “${asked.title}” should not have been raised. Others ${what} are not, from now on.`
  if (!isOpen(asked)) {
    const before = await deps.memory(asked.projectId, next.id)
    const version = (before?.version ?? 0) + 1
    await deps.saveMemories([{ ...next, version }], [decisionEvent(deps, asked, 'memory_taught', text)])
    return next
  }
  const closed = dismiss(asked, by, 'other', deps.now())
  const events = [decisionEvent(deps, closed, 'memory_taught', text)]
  await saveOrLose(deps, closed, { events, learned: [next] })
  return next
}

const matterIn = (scope: Scope, { matterId }: Escalation) => (scope === 'matter' ? matterId : null)
