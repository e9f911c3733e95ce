import { byCostOfDelay } from '#src/domain/attention.ts'
import type { Escalation } from '#src/domain/escalation.ts'

export type EscalationReader = {
  list(status: Escalation['status'], limit?: number): Promise<Escalation[]>
}

/** Everything that waits for the PM's choice, an expired one too: its choices still work. Dearest delay first. */
export async function openDecisions(escalations: EscalationReader): Promise<Escalation[]> {
  const [pending, expired] = await Promise.all([escalations.list('pending'), escalations.list('expired')])
  return [...pending, ...expired].sort(byCostOfDelay)
}
