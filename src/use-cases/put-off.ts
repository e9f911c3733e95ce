import type { Escalation } from '#src/domain/escalation.ts'
import { laterTimes, type LaterChoice } from '#src/domain/later.ts'
import { bringBack as bringBackDomain, snooze } from '#src/domain/put-aside.ts'
import { decisionEvent } from './decision-event.ts'
import type { DecisionDeps } from './deps.ts'
import { TooLate } from './refusals.ts'
import { findDecision, refusalFor, type Place } from './settle-decision.ts'

/** Puts a decision off until one of the offered times. Throws TooLate when that has passed, AlreadyDecided, NoSuchDecision. */
export async function putOff(
  deps: DecisionDeps,
  { choice, ...place }: Place & { choice: LaterChoice },
): Promise<Escalation> {
  const { asked } = await findDecision(deps, place)
  const now = deps.now()
  const { timeZone } = await deps.hours()
  const until = laterTimes(now, timeZone).find((each) => each.choice === choice)?.at
  if (!until) throw new TooLate('That time has passed. Choose another one.')
  const next = snooze(asked, until, now)
  const events = [decisionEvent(deps, next, 'escalation_snoozed', `Put off: ${next.title}`)]
  await saveOrLose(deps, asked, next, events)
  return next
}

/** Brings back a decision that was put off, or dismissed. Throws AlreadyDecided or NoSuchDecision. */
export async function bringBack(deps: DecisionDeps, place: Place): Promise<Escalation> {
  const { asked } = await findDecision(deps, place)
  const next = bringBackDomain(asked, deps.now())
  const events = [decisionEvent(deps, next, 'escalation_returned', `Brought back: ${next.title}`)]
  await saveOrLose(deps, asked, next, events)
  return next
}

async function saveOrLose(
  deps: DecisionDeps,
  asked: Escalation,
  next: Escalation,
  events: ReturnType<typeof decisionEvent>[],
): Promise<void> {
  try {
    await deps.save(next, { events })
  } catch (error) {
    throw await refusalFor(deps, asked, error)
  }
}
