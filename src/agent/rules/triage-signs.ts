import { addDays } from 'date-fns/addDays'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import type { JiraSignal } from '#src/domain/signal.ts'
import { isBlockedStatus, isDoneWord } from './workflow-words.ts'

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
      (kind === 'created' ? joinedAt <= occurredAt : joinedAt === occurredAt),
  )
}

export function isUrgentWork({ context }: JiraSignal): boolean {
  return HIGH_PRIORITY.test(context.priority ?? '') || context.versions.some(isDated)
}

/** Work due this soon, or for a milestone: what stops it stops the plan. */
const DAYS_SOON = 7
export function isPressing(signal: JiraSignal): boolean {
  const { dueDate } = signal.context
  const soon = addDays(signal.occurredAt, DAYS_SOON).toISOString().slice(0, 10)
  return signal.context.versions.some(isDated) || (dueDate !== null && dueDate <= soon)
}

/** It came to stand still by its status. */
export const isHalted = ({ kind, after, context }: JiraSignal): boolean =>
  kind === 'status' &&
  after !== null &&
  isBlockedStatus({ status: after, statusCategory: context.statusCategory })

/** Urgent work was put off by more than a few days. */
const DAYS_FAR = 7
export const isPutOffFar = ({ before, after, context }: JiraSignal): boolean =>
  HIGH_PRIORITY.test(context.priority ?? '') &&
  before !== null &&
  after !== null &&
  differenceInCalendarDays(after, before) >= DAYS_FAR

export function isReopened({ kind, before, after }: JiraSignal): boolean {
  return (
    (kind === 'resolution' && after === null) ||
    (kind === 'status' && isDoneWord(before) && !isDoneWord(after))
  )
}
