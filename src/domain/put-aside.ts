import {
  AlreadyDecided,
  nextOf,
  TooLateToUndo,
  type DismissReason,
  type Escalation,
  type EscalationIn,
} from './escalation.ts'
import { openAgain } from './escalation-again.ts'
import type { Awaited } from './later.ts'

/** Puts a decision aside for good, with the PM's reason. Throws {@link AlreadyDecided} for one that is closed. */
export function dismiss(
  asked: Escalation,
  by: string,
  reason: DismissReason,
  at: Date,
): EscalationIn<'dismissed'> {
  mustBeOpen(asked)
  const when = at.toISOString()
  return { ...nextOf(asked, when), status: 'dismissed', dismissal: { by, reason, at: when } }
}

/** Later: it is not asked again until then, or until what it waits for. Throws {@link AlreadyDecided} for one that is closed. */
export function snooze(
  asked: Escalation,
  until: Date,
  at: Date,
  orWhen: Awaited | null = null,
): EscalationIn<'snoozed'> {
  mustBeOpen(asked)
  return { ...nextOf(asked, at.toISOString()), status: 'snoozed', until: until.toISOString(), orWhen }
}

/** Takes a choice back while its ten seconds run. Throws {@link TooLateToUndo}. */
export function undoDecision(asked: Escalation, realNow: Date, at: Date): EscalationIn<'pending'> {
  if (asked.status !== 'decided') throw new TooLateToUndo('There is no choice to take back.')
  if (realNow.toISOString() >= asked.decision.undoUntil)
    throw new TooLateToUndo('The ten seconds are over; what was chosen is being done.')
  return { ...nextOf(asked, at.toISOString()), status: 'pending' }
}

/** Brings back what was put aside, for a while or for good. Throws {@link AlreadyDecided} for any other. */
export function bringBack(asked: Escalation, at: Date): Escalation {
  if (asked.status !== 'snoozed' && asked.status !== 'dismissed') throw new AlreadyDecided(asked)
  return openAgain(asked, at)
}

function mustBeOpen(asked: Escalation): void {
  if (asked.status !== 'pending' && asked.status !== 'expired' && asked.status !== 'snoozed')
    throw new AlreadyDecided(asked)
}
