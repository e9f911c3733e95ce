import { addMinutes } from 'date-fns/addMinutes'
import type { Act, ActPayload } from './act.ts'
import {
  addWorkingMinutes,
  localDate,
  localHour,
  workingDayMinutes,
  workingMinutesBetween,
} from './calendar.ts'
import type { JiraContext } from './jira-issue.ts'
import type { Person } from './person.ts'
import type { WorkingHours } from './project.ts'
import { dayName } from './day-words.ts'
import { awayOn, isLateFriday, whyNotThen, zoneOf } from './reader-days.ts'

const DAYS_BETWEEN_COMMENTS = 3
const DAYS_BETWEEN_CHASES = 2
/** Half a working day: so long after somebody has commented on a ticket people may still be talking there. */
export const LIVE_THREAD_MINUTES = 4 * 60
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
      return [
        ...doneTicket(occasion, payload.key),
        ...customersRequest(occasion, payload.key),
        ...liveThread(occasion, payload.key),
        ...commentedLately(occasion, payload.key),
      ]
    case 'jira_status_change':
      return [...doneTicket(occasion, payload.key), ...someoneElses(occasion, payload.key)]
    case 'email_stakeholder':
    case 'email_external':
      return mailManners(occasion, payload.cc)
    case 'jira_assign':
    case 'jira_fields':
    case 'scope_change':
      return doneTicket(occasion, payload.key)
    case 'jira_create_ticket':
    case 'milestone_change':
    case 'artefact_update':
    case 'notification_internal':
      return []
  }
}

/** When a mail may go at the earliest: never on a Friday afternoon, nor on a day its reader does not work. */
export function earliestFor(occasion: Occasion, at: Date): Date {
  const { hours } = occasion
  let when = at
  for (let day = 0; day < LONGEST_SEARCH_DAYS && momentAgainst(occasion, when) !== null; day++)
    when = addWorkingMinutes(addMinutes(endOfDay(when, hours), 1), 0, hours)
  return when
}

/** What speaks against a moment for a mail, in words: the PM's own Friday first, then each reader's day. */
export function momentAgainst({ payload, people, hours }: Occasion, at: Date): string | null {
  if (payload.kind !== 'email_stakeholder' && payload.kind !== 'email_external') return null
  if (isLateFriday(at, hours.timeZone)) return 'No mail leaves after 16:00 on a Friday'
  for (const person of people) {
    const why = whyNotThen(person, at, hours)
    if (why !== null) return why
  }
  return null
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

/** Customers of a service desk read a comment on their request. */
function customersRequest({ ticket }: Occasion, key: string): string[] {
  return ticket?.isRequest === true ? [`${key} is a request that customers see`] : []
}

function liveThread({ ticket, now, hours }: Occasion, key: string): string[] {
  const last = ticket?.lastWord
  if (!last || workingMinutesBetween(new Date(last.at), now, hours) >= LIVE_THREAD_MINUTES) return []
  return [`people are talking on ${key}: ${last.by} wrote within ${LIVE_THREAD_MINUTES / 60} working hours`]
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
    against.push(...absent(person, occasion))
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

/** Leave that the PM entered is waited for; an automatic reply leads to a deputy, and otherwise asks. */
function absent(person: Person, { now, hours }: Occasion): string[] {
  const away = awayOn(person, localDate(now, zoneOf(person, hours)))
  if (away?.by !== 'automatic reply') return []
  const until = away.until === null ? '' : ` until ${dayName(away.until)}`
  const deputy =
    away.deputy === null ? 'names no deputy the register knows' : `${away.deputy} answers meanwhile`
  return [`${person.name} is away${until}, says an automatic reply: ${deputy}`]
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
  const at = act.status === 'done' ? act.receipt.at : act.updatedAt
  return workingMinutesBetween(new Date(at), now, hours) < days * workingDayMinutes(hours)
}
