import type { Escalation } from '#src/domain/escalation.ts'

export type EscalationReader = {
  list(status: Escalation['status'], limit?: number): Promise<Escalation[]>
}

/** Everything that waits for the PM's choice, an expired one too: its choices still work. Dearest delay first. */
export async function openDecisions(escalations: EscalationReader): Promise<Escalation[]> {
  const [pending, expired] = await Promise.all([escalations.list('pending'), escalations.list('expired')])
  return [...pending, ...expired].sort(byCostOfDelay)
}

/** What is to be decided soonest comes first; without a deadline, what has waited longest. */
function byCostOfDelay(a: Escalation, b: Escalation): number {
  if (a.decideBy !== null && b.decideBy !== null) return a.decideBy.localeCompare(b.decideBy)
  if (a.decideBy !== null) return -1
  if (b.decideBy !== null) return 1
  return a.createdAt.localeCompare(b.createdAt)
}
