import type { ScreenRow } from '#app/rows.ts'
import type { Act } from '#src/domain/act.ts'
import type { AgentStatus, Running } from '#src/domain/cycle.ts'
import { attentionOf, type Escalation } from '#src/domain/escalation.ts'

/** A decision as lists show it, in the shape of its push. */
export function escalationRow(asked: Escalation): ScreenRow<'escalation'> {
  const { id, version, projectId, title, status, importance, refs, createdAt, updatedAt, decideBy } = asked
  const row = {
    ...{ id, version, projectId, title, status, importance, refs, createdAt, updatedAt, decideBy },
    ...{ attention: attentionOf(asked), beyondLimit: asked.beyondLimit },
  }
  if (asked.status !== 'decided') return row
  const { at, by, optionName, undoUntil } = asked.decision
  return { ...row, decidedAt: at, decidedBy: by, optionName, undoUntil }
}

/** An act as lists show it, in the shape of its push. */
export function actRow(act: Act): ScreenRow<'act'> {
  const { id, version, projectId, kind, ref, status, summary, escalationId, updatedAt } = act
  return {
    ...{ id, version, projectId, kind, ref, status, summary, escalationId, updatedAt },
    ...('outcome' in act ? { outcome: act.outcome } : {}),
    ...('reason' in act ? { reason: act.reason } : {}),
    ...(act.status === 'held' ? { heldUntil: act.heldUntil } : {}),
    ...(act.status === 'done' ? { receiptId: act.receipt.id, receiptUrl: act.receipt.url } : {}),
  }
}

/** The agent's status, in the shape of its push. `stopped` is never pushed: nothing runs that could. */
export function statusRow(status: AgentStatus, running: Running | undefined): ScreenRow<'status'> {
  const blind = status.state === 'blind' ? status : undefined
  return {
    id: 'agent',
    version: running?.version ?? 0,
    projectId: 'GLOBAL',
    state: status.state,
    checkedAt: (status.state === 'stopped' ? running?.heartbeatAt : running?.lastCheckAt) ?? null,
    nextCheckAt: running?.nextCheckAt ?? null,
    blindSources: blind?.sources ?? [],
    blindSince: blind?.since ?? null,
    awayUntil: status.state === 'away' ? status.until : null,
    text: blind?.reason ?? null,
  }
}
