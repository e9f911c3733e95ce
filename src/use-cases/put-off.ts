import { NoSuchChoice, type Escalation } from '#src/domain/escalation.ts'
import {
  awaitable,
  awaitedWords,
  latestBefore,
  laterTimes,
  morningOf,
  type Awaited,
  type LaterChoice,
} from '#src/domain/later.ts'
import { bringBack as bringBackDomain, snooze } from '#src/domain/put-aside.ts'
import { decisionEvent } from './decision-event.ts'
import type { DecisionDeps } from './deps.ts'
import { memoryIdOf } from './learned.ts'
import { TooLate } from './refusals.ts'
import { findDecision, saveOrLose, type Place } from './settle-decision.ts'

/** When it comes back: at one of the offered times, on the morning of a day (`yyyy-mm-dd`), or when something happens. */
export type Until = { choice: LaterChoice } | { day: string } | { when: Awaited }

/** Puts a decision off. Throws TooLate when that time has passed, NoSuchChoice, AlreadyDecided, ChangedMeanwhile, NoSuchDecision. */
export async function putOff(
  deps: DecisionDeps,
  { until, by, ...place }: Place & { until: Until; by: string },
): Promise<Escalation> {
  const { asked } = await findDecision(deps, place)
  const now = deps.now()
  const { timeZone } = await deps.hours()
  const orWhen = 'when' in until ? offered(until.when, asked, by) : null
  const at = timeOf(until, asked, now, timeZone)
  if (!at || at <= now) throw new TooLate('That time has passed. Choose another one.')
  const next = snooze(asked, at, now, orWhen)
  const text = `Put off: ${next.title}${orWhen ? `, ${awaitedWords(orWhen)}` : ''}`
  await saveOrLose(deps, next, { events: [decisionEvent(deps, next, 'escalation_snoozed', text)] })
  return next
}

function timeOf(until: Until, asked: Escalation, now: Date, timeZone: string): Date | undefined {
  if ('day' in until) return morningOf(until.day, timeZone)
  if ('when' in until) return latestBefore(asked.decideBy, now, timeZone)
  return laterTimes(now, timeZone).find((each) => each.choice === until.choice)?.at
}

/** Only what the page offers can be waited for. */
function offered(when: Awaited, { facts }: Escalation, pmName: string): Awaited {
  const found = awaitable(facts, pmName).find(({ kind, name }) => kind === when.kind && name === when.name)
  if (!found) throw new NoSuchChoice('This decision does not rest on that.')
  return found
}

/** Brings back a decision that was put off, or dismissed. Throws AlreadyDecided, ChangedMeanwhile or NoSuchDecision. */
export async function bringBack(deps: DecisionDeps, place: Place): Promise<Escalation> {
  const { asked } = await findDecision(deps, place)
  const next = bringBackDomain(asked, deps.now())
  const events = [decisionEvent(deps, next, 'escalation_returned', `Brought back: ${next.title}`)]
  await saveOrLose(deps, next, { events, unlearned: [memoryIdOf(deps, next)] })
  return next
}
