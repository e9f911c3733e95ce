import { act, type Act } from '#src/domain/act.ts'
import { artefact } from '#src/domain/artefact.ts'
import { assertNever } from '#src/domain/assert-never.ts'
import { agentStatus, running, type Running } from '#src/domain/cycle.ts'
import { attentionOf, escalation, type Escalation } from '#src/domain/escalation.ts'
import { activityEvent } from '#src/domain/event.ts'

/** Row types that are pushed. */
export const ANNOUNCED = ['escalation', 'event', 'act', 'artefact', 'running'] as const
/** A row that asks for something, and is pushed to nobody: its answer comes as an event. */
const ASKING = ['self_test', 'rework'] as const
/** What on-change is given of the table's stream. */
export const STREAMED = [...ANNOUNCED, ...ASKING]

export type AnnouncedType = (typeof ANNOUNCED)[number]

/** What a changed row says to the screens: what its card shows, and no text of a mail or a comment. */
export function announcementOf(type: AnnouncedType, row: unknown, now: Date, tickMinutes: number) {
  switch (type) {
    case 'escalation':
      return { noun: 'escalation', input: ofEscalation(escalation.parse(row)) } as const
    case 'event':
      return { noun: 'event', input: activityEvent.parse(row) } as const
    case 'act':
      return { noun: 'act', input: ofAct(act.parse(row)) } as const
    case 'artefact': {
      const { id, version, projectId, artefactType, updatedAt, summary } = artefact.parse(row)
      return {
        noun: 'artefact',
        input: { id, version, projectId, type: artefactType, updatedAt, summary },
      } as const
    }
    case 'running':
      return { noun: 'status', input: ofRunning(running.parse(row), now, tickMinutes) } as const
    default:
      return assertNever(type)
  }
}

function ofEscalation(row: Escalation) {
  const decision = row.status === 'decided' ? row.decision : undefined
  const { id, version, projectId, title, status, importance, refs, createdAt, updatedAt, decideBy } = row
  return {
    ...{ id, version, projectId, title, status, importance, refs, createdAt, updatedAt, decideBy },
    decidedAt: decision?.at ?? null,
    decidedBy: decision?.by ?? null,
    optionName: decision?.optionName ?? null,
    undoUntil: decision?.undoUntil ?? null,
    attention: attentionOf(row),
    beyondLimit: row.beyondLimit,
  }
}

function ofAct(row: Act) {
  const { id, version, projectId, kind, ref, status, summary, escalationId, updatedAt } = row
  return {
    ...{ id, version, projectId, kind, ref, status, summary, escalationId, updatedAt },
    outcome: 'outcome' in row ? row.outcome : null,
    heldUntil: row.status === 'held' ? row.heldUntil : null,
    receiptId: row.status === 'done' ? row.receipt.id : null,
    receiptUrl: row.status === 'done' ? row.receipt.url : null,
    reason: 'reason' in row ? row.reason : null,
  }
}

function ofRunning(row: Running, now: Date, tickMinutes: number) {
  const status = agentStatus(now, tickMinutes, row)
  return {
    id: row.id,
    version: row.version,
    projectId: row.projectId,
    state: status.state,
    checkedAt: row.lastCheckAt,
    nextCheckAt: row.nextCheckAt,
    blindSources: row.blind.map((spell) => spell.source),
    blindSince: status.state === 'blind' ? status.since : null,
    awayUntil: status.state === 'away' ? status.until : null,
    text: status.state === 'blind' ? status.reason : null,
  }
}
