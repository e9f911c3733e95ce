import { addDays } from 'date-fns/addDays'
import { addMinutes } from 'date-fns/addMinutes'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import type { JiraSignal } from '#src/domain/signal.ts'
import { datesIn } from './dates.ts'
import { isBlockedStatus, isDoneWord, isStarted } from './workflow-words.ts'

export const HIGH_PRIORITY =
  /^(highest|high|blocker|critical|urgent|major|p0|p1|hoch|höchste|kritisch|dringend|haute?|majeure|bloquante?|critique|urgente?|alta|muy alta|altissima|crítica|hoog|kritiek|wysoki|najwyższy|krytyczny)$/i

export const LOW_PRIORITY =
  /^(low|lowest|minor|trivial|niedrig|baja|basse|bassa|baixa|laag|niski|mineure|triviale|p[45])$/i

/** Above what is merely high: somebody says that nothing comes before it. */
const TOP_PRIORITY =
  /^(highest|blocker|blocking|critical|urgent|immediate|p0|sev ?[01]|höchste|kritisch|dringend|bloquante?|critique|urgente?|crítica?|muy alta|altissima|bloccante|kritiek|krytyczny)$/i
const FAULT =
  /bug|fault|defect|incident|fehler|störung|anomalie|incidente?|error|guasto|storing|błąd|avaria|problem/i

/** Something that works wrongly, and that nothing comes before. */
export function isUrgentFault(signal: JiraSignal): boolean {
  return FAULT.test(signal.context.issueType) && TOP_PRIORITY.test(priorityOf(signal))
}

export function priorityOf(signal: JiraSignal): string {
  return (signal.kind === 'priority' ? signal.after : signal.context.priority) ?? ''
}

export function isLater({ before, after }: JiraSignal): boolean {
  return before !== null && (after === null || after > before)
}

/** Its new date lies after the day of an open milestone that it belongs to. */
export function isPastMilestone({ after, context }: JiraSignal): boolean {
  const day = after?.slice(0, 10) ?? ''
  return context.versions.some((each) => isDated(each) && day > (each.releaseDate ?? day))
}

export const isDated = ({ releaseDate, released }: JiraSignal['context']['versions'][number]) =>
  releaseDate !== null && !released

/** The sprint it came into by this change had begun and had not ended. */
export function cameIntoRunningSprint({ context, occurredAt, kind }: JiraSignal): boolean {
  return context.sprints.some(
    ({ startAt, endAt, joinedAt }) =>
      startAt !== null &&
      startAt < occurredAt &&
      (endAt === null || occurredAt < endAt) &&
      (kind === 'created' ? joinedAt <= soonAfter(occurredAt) : joinedAt === occurredAt),
  )
}

/** Whoever writes a ticket puts it where it belongs in the next minutes. */
const MINUTES_TO_PLACE = 60
const soonAfter = (at: string) => addMinutes(at, MINUTES_TO_PLACE).toISOString()

export function isUrgentWork({ context }: JiraSignal): boolean {
  return HIGH_PRIORITY.test(context.priority ?? '') || context.versions.some(isDated)
}

/** Work due this soon, or for a milestone: what stops it stops the plan. */
const DAYS_SOON = 7
export function isPressing(signal: Planned): boolean {
  return signal.context.versions.some(isDated) || isDueWithin(DAYS_SOON, signal)
}

type Planned = Pick<JiraSignal, 'occurredAt' | 'context'>

const isDueWithin = (days: number, { occurredAt, context: { dueDate } }: Planned) =>
  dueDate !== null && dueDate <= dayAfter(occurredAt, days)

const dayAfter = (at: string, days: number) => addDays(at, days).toISOString().slice(0, 10)

/** A milestone this near has no room for what goes wrong now. */
const DAYS_NEAR = 14
const isForNearMilestone = ({ occurredAt, context }: Planned) =>
  context.versions.some(
    (each) => isDated(each) && (each.releaseDate ?? '') <= dayAfter(occurredAt, DAYS_NEAR),
  )

/** There is so little time that whoever is on it may not get round to it. */
export const isNear = (of: Planned) => isDueWithin(DAYS_SOON, of) || isForNearMilestone(of)

/** Nobody is left on work for which there is little time; on urgent work that has begun it may be twice as much. */
export function isLeftLate(signal: JiraSignal): boolean {
  if (signal.context.assignee !== null || isUnhurried(signal)) return false
  if (isDueWithin(DAYS_SOON, signal)) return true
  if (!isStarted(signal.context)) return false
  const isUrgent = HIGH_PRIORITY.test(signal.context.priority ?? '')
  return isForNearMilestone(signal) || (isUrgent && isDueWithin(2 * DAYS_SOON, signal))
}

/** It came to stand still by its status. */
export const isHalted = ({ kind, after, context }: JiraSignal): boolean =>
  kind === 'status' &&
  after !== null &&
  isBlockedStatus({ status: after, statusCategory: context.statusCategory })

/** Urgent work was put off by more than a few days. */
const DAYS_FAR = 7
export const isPutOffFar = (signal: JiraSignal): boolean =>
  HIGH_PRIORITY.test(signal.context.priority ?? '') && daysLater(signal) >= DAYS_FAR

/** A day or two, or work that nobody waits for. */
const DAYS_BARELY = 2
export const isPutOffBarely = (signal: JiraSignal): boolean =>
  signal.after !== null && (isUnhurried(signal) || daysLater(signal) <= DAYS_BARELY)

const isUnhurried = ({ context }: JiraSignal) =>
  LOW_PRIORITY.test(context.priority ?? '') && !context.versions.some(isDated)

function daysLater({ before, after }: JiraSignal): number {
  return before === null || after === null ? 0 : differenceInCalendarDays(after, before)
}

/** It is now due after a day that its own description names, and was due before it. */
export function isPastOwnDay({ before, after, occurredAt, context }: JiraSignal): boolean {
  if (before === null || after === null) return false
  const [was, is] = [before.slice(0, 10), after.slice(0, 10)]
  return datesIn(context.about, occurredAt, 'UTC').some(({ date }) => was <= date && date < is)
}

export function isReopened({ kind, before, after }: JiraSignal): boolean {
  return (
    (kind === 'resolution' && after === null) ||
    (kind === 'status' && isDoneWord(before) && !isDoneWord(after))
  )
}
