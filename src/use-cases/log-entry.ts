import type { ActPayload } from '#src/domain/act.ts'
import { addWorkingMinutes, localDate, workingDayMinutes } from '#src/domain/calendar.ts'
import type { DecisionEntry } from '#src/domain/decision-log.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { WorkingHours } from '#src/domain/project.ts'

/** When a decision is looked at again, in working days. */
const REVIEW_DAYS = 20
const TICKET = /^[A-Z][A-Z0-9_]*-\d+$/

export type Made = {
  decision: string
  rationale: string
  by: string
  at: Date
  hours: WorkingHours
  /** `yyyy-mm-dd` */
  remindOn: string | null
}

/** What the decision log keeps of a decision: what was known, what was weighed, what was chosen and why. */
export function logEntryOf(asked: Escalation, made: Made): ActPayload {
  const { at, hours, remindOn } = made
  const review = addWorkingMinutes(at, REVIEW_DAYS * workingDayMinutes(hours), hours)
  const entry: DecisionEntry = {
    ...{ id: asked.id, title: asked.title, by: made.by, at: at.toISOString(), status: 'active' },
    context: [asked.whyNow, ...asked.facts.slice(0, 3).map((fact) => fact.text)].join('\n'),
    options: asked.options.map(({ name, pros, cons }) => ({ name, pros, cons })),
    ...{ decision: made.decision, rationale: made.rationale },
    related: [...new Set([...asked.related, ...asked.refs].filter((ref) => TICKET.test(ref)))],
    reviewOn: remindOn ?? localDate(review, hours.timeZone),
    remindOn,
  }
  const changes = [{ op: 'entry' as const, entry, evidence: asked.facts }]
  return { kind: 'artefact_update', artefactType: 'decision_log', changes }
}
