import {
  AlreadyDecided,
  dismiss as dismissDomain,
  type DismissReason,
  type Escalation,
} from '#src/domain/escalation.ts'
import type { DecisionDeps } from './deps.ts'
import { NoSuchDecision } from './refusals.ts'

export type Dismissal = { projectId: string; escalationId: string; reason: DismissReason; by: string }

/** Puts a decision aside with a reason. Throws AlreadyDecided or NoSuchDecision. */
export async function dismiss(deps: DecisionDeps, asked: Dismissal): Promise<Escalation> {
  const current = await deps.escalation(asked.projectId, asked.escalationId)
  if (!current) throw new NoSuchDecision('There is no such decision.')
  const now = deps.now()
  const next = dismissDomain(current, asked.by, asked.reason, now)
  const event = {
    id: deps.newId(now, next.id, next.version, 'dismissed'),
    version: 1,
    projectId: asked.projectId,
    kind: 'escalation_dismissed',
    at: now.toISOString(),
    text: `Dismissed: ${next.title}`,
    ref: next.refs[0] ?? null,
    actId: null,
    escalationId: next.id,
  } as const
  try {
    await deps.save(next, { events: [event] })
  } catch (error) {
    const winner = await deps.escalation(asked.projectId, asked.escalationId)
    if (error instanceof Error && error.name === 'Conflict' && winner) throw new AlreadyDecided(winner)
    throw error
  }
  return next
}
