import {
  escalationDraft,
  nextOf,
  type Escalation,
  type EscalationDraft,
  type OpenEscalation,
} from './escalation.ts'

/**
 * The facts have grown while nobody has answered: the same question with what is known now. One that was past its time
 * waits again when its new time is still to come. Null: nothing of it has changed.
 */
export function grow(asked: OpenEscalation, draft: EscalationDraft, at: Date): Escalation | null {
  const before = escalationDraft.parse(asked)
  // A deadline that nobody named does not slide while the question waits.
  const kept = asked.status !== 'expired' && draft.decideByWhy === null ? before.decideBy : null
  const next = { ...escalationDraft.parse(draft), decideBy: kept ?? draft.decideBy ?? before.decideBy }
  if (substance(before) === substance(next)) return null
  const when = at.toISOString()
  const grown = {
    ...nextOf(asked, when),
    ...next,
    grewIn: asked.version + 1,
    // The playbook's words have taken the place of those that the reply had changed.
    reply: asked.reply && { ...asked.reply, state: 'reworking' as const, changed: [] },
    refs: [...new Set([...asked.refs, ...next.facts.map((fact) => fact.ref)])],
  }
  if (asked.status === 'snoozed')
    return { ...grown, status: 'snoozed', until: asked.until, orWhen: asked.orWhen }
  const late = next.decideBy !== null && next.decideBy <= when
  if (asked.status === 'expired' && late) return { ...grown, status: 'expired', expiredAt: asked.expiredAt }
  return { ...grown, status: 'pending' }
}

/** What a reader would call a change: not another wording of the same facts. */
function substance({ facts, options, recommendation }: EscalationDraft): string {
  return JSON.stringify([
    facts.map((fact) => [fact.signalId, fact.text]),
    options.map((each) => [each.name, each.does]),
    recommendation.optionId,
  ])
}
