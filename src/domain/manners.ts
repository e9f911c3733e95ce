import { addMinutes } from 'date-fns'
import type { Act, ActPayload } from './act.ts'
import {
  addWorkingMinutes,
  localHour,
  localWeekday,
  workingDayMinutes,
  workingMinutesBetween,
} from './calendar.ts'
import type { JiraContext } from './jira-issue.ts'
import type { Person } from './person.ts'
import type { WorkingHours } from './project.ts'

const DAYS_BETWEEN_COMMENTS = 3
const DAYS_BETWEEN_CHASES = 2
const FRIDAY_CLOSES = 16
/** A fortnight of days off in a row is no rhythm of anybody's: the search for a better moment ends there. */
const LONGEST_SEARCH_DAYS = 14

export type Occasion = {
  payload: ActPayload
  /** How the ticket it is about reads, if it is about one. */
  ticket: JiraContext | null
  /** Whom a mail goes to. */
  people: Person[]
  /** The project's latest acts, newest first. */
  acts: Act[]
  now: Date
  hours: WorkingHours
}

/** What good manners say against an act that the agent would do alone, in words. Source: product.md, Manners. */
export function mannersAgainst(occasion: Occasion): string[] {
  const { payload } = occasion
  switch (payload.kind) {
    case 'jira_comment':
      return [...doneTicket(occasion, payload.key), ...commentedLately(occasion, payload.key)]
    case 'jira_status_change':
      return [...doneTicket(occasion, payload.key), ...someoneElses(occasion, payload.key)]
    case 'email_stakeholder':
    case 'email_external':
      return mailManners(occasion, payload.cc)
    case 'jira_create_ticket':
    case 'artefact_update':
    case 'notification_internal':
      return []
  }
}

/** When a mail may go at the earliest: never on a Friday afternoon, nor on a day its reader does not work. */
export function earliestFor({ payload, people, hours }: Occasion, at: Date): Date {
  if (payload.kind !== 'email_stakeholder' && payload.kind !== 'email_external') return at
  let when = at
  for (let day = 0; day < LONGEST_SEARCH_DAYS && isBadMoment(when, people, hours); day++)
    when = addWorkingMinutes(addMinutes(endOfDay(when, hours), 1), 0, hours)
  return when
}

function isBadMoment(at: Date, people: Person[], hours: WorkingHours): boolean {
  const day = localWeekday(at, hours.timeZone)
  if (day === 'fri' && localHour(at, hours.timeZone) >= FRIDAY_CLOSES) return true
  return people.some(({ workingDays }) => workingDays.length > 0 && !workingDays.includes(day))
}

/** Midnight of the local day, near enough: the next working moment after it is asked of the calendar. */
function endOfDay(at: Date, hours: WorkingHours): Date {
  return addMinutes(at, (24 - localHour(at, hours.timeZone)) * 60)
}

function doneTicket({ ticket }: Occasion, key: string): string[] {
  return ticket?.statusCategory === 'done' ? [`${key} is done`] : []
}

function someoneElses({ ticket }: Occasion, key: string): string[] {
  return ticket?.assignee ? [`${key} is ${ticket.assignee.name}'s`] : []
}

function commentedLately(occasion: Occasion, key: string): string[] {
  const before = occasion.acts.some(
    (act) =>
      went(act) &&
      act.payload.kind === 'jira_comment' &&
      act.payload.key === key &&
      isRecent(act, occasion, DAYS_BETWEEN_COMMENTS),
  )
  return before ? [`${key} was commented on within ${DAYS_BETWEEN_COMMENTS} working days`] : []
}

function mailManners(occasion: Occasion, cc: string[]): string[] {
  const against: string[] = []
  for (const person of occasion.people) {
    if (person.neverContact) against.push(`${person.name} is never to be contacted`)
    else if (!person.confirmed) against.push(`${person.name} is not confirmed in the register`)
    if (person.class === 'sponsor' && cc.includes(person.id))
      against.push(`${person.name} would be copied in unasked`)
    if (
      occasion.acts.some(
        (act) => went(act) && isMailTo(act, person.id) && isRecent(act, occasion, DAYS_BETWEEN_CHASES),
      )
    )
      against.push(`${person.name} was written to within ${DAYS_BETWEEN_CHASES} working days`)
  }
  return against
}

function isMailTo({ payload }: Act, id: string): boolean {
  return (
    (payload.kind === 'email_stakeholder' || payload.kind === 'email_external') && payload.to.includes(id)
  )
}

/** It went, or is on its way. */
function went({ status }: Act): boolean {
  return ['held', 'planned', 'executing', 'unknown', 'done'].includes(status)
}

function isRecent(act: Act, { now, hours }: Occasion, days: number): boolean {
  return workingMinutesBetween(new Date(act.createdAt), now, hours) < days * workingDayMinutes(hours)
}
