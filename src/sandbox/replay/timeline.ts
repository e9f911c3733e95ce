import type { Escalation } from '#src/domain/escalation.ts'
import type { Memory } from '#src/domain/memory.ts'
import type { Stored, StoredCheck } from './stored.ts'

/** What happens in a replay at a moment: the PM says something, or a check is made. */
export type Moment = { at: string } & (
  | { is: 'taught'; memory: Memory }
  | { is: 'answered'; asked: Escalation }
  | { is: 'check'; check: StoredCheck }
)

/** Everything that was stored, in its order. A check comes before the answer to what it raised, and after any other. */
export function timelineOf({ checks, escalations, memories }: Stored): Moment[] {
  const moments: (Moment & { rank: number })[] = [
    ...memories.filter(isSaid).map((memory) => ({ is: 'taught' as const, at: memory.at, memory, rank: 0 })),
    ...escalations.flatMap((asked) => {
      const at = answeredAt(asked)
      return at === null ? [] : [{ is: 'answered' as const, at, asked, rank: asked.createdAt < at ? 1 : 3 }]
    }),
    ...checks.map((check) => ({ is: 'check' as const, at: check.slot, check, rank: 2 })),
  ]
  return moments.sort((a, b) => a.at.localeCompare(b.at) || a.rank - b.rank)
}

/** What an answer to a decision teaches is learned again with the answer. */
function isSaid(memory: Memory): boolean {
  return memory.teaches === 'importance' || (memory.teaches === 'silence' && memory.reason === null)
}

function answeredAt(asked: Escalation): string | null {
  if (asked.status === 'decided') return asked.decision.at
  return asked.status === 'dismissed' ? asked.dismissal.at : null
}
