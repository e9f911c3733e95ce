import { act, type Act } from './act.ts'
import { judge } from './gate.ts'

type Notice = { id: string; subject: string; text: string; summary: string; why: string }

/**
 * A mail to the PM that is to go at once, to be stored with what it tells, in one transaction: whoever takes the act up sends it,
 * also if nobody lives to see it through. `realNow`: from when on it may go.
 */
export function plannedNotice(
  { id, subject, text, summary, why }: Notice,
  { at, realNow, paused }: { at: Date; realNow: Date; paused: boolean },
): Act {
  const confidence = { contradictions: [], sources: ['workbench'], schemaProblem: null, precedents: [] }
  const type = 'notification_internal'
  const moment = at.toISOString()
  return act.parse({
    ...{ id, version: 1, projectId: 'GLOBAL', matterId: 'notices', ref: 'notices', kind: type },
    payload: { kind: type, subject, text },
    ...{ summary, why, evidence: [], premise: null, escalationId: null, after: null },
    gate: judge({ type, dial: 'monitoring', paused, confidence, manners: [], at }),
    ...{ createdAt: moment, updatedAt: moment },
    ...{ status: 'planned', outcome: 'auto', notBefore: realNow.toISOString() },
  })
}
