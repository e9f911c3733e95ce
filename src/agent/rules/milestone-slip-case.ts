import { TZDate } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { subDays } from 'date-fns/subDays'
import { startOfLocalDay, workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import { isOpenTicket, type MailBrief, type TicketMatter } from '#src/domain/matter.ts'
import { datesIn } from './dates.ts'
import { asks, sentencesOf } from './mail-meaning.ts'
import { paceOf, sizeOf, type Pace } from './milestone-pace.ts'
import * as plan from './picture.ts'

/** Arithmetic alone is one source: it raises a decision by itself only when this few working days are left. */
const ALONE_DAYS = 5
/** Or when so much is open, as a multiple of what the fastest sprint would do, that no better day makes up for it. */
const FAR_TOO_MUCH = 2.5
/** How long a mail that speaks of the milestone stays a second source. */
const SECOND_SOURCE_DAYS = 3
/** Farther ahead than this a forecast says more about the forecast. */
const FARTHEST_DAYS = 20

/** What is open for a milestone, and what the slowest and the fastest of the last sprints would do of it by its day. */
export type Case = {
  picture: plan.Picture
  milestone: plan.Milestone
  open: TicketMatter[]
  /** Open work, in the unit of the pace. */
  size: number
  unit: Pace['unit']
  /** What the pace was worked out from; undefined: no pace is known, only due dates. */
  ground: string | undefined
  daysLeft: number
  slow: number
  fast: number
  /** Open tickets whose own due date lies after the milestone: it can't hold with them. */
  late: TicketMatter[]
  /** Mails that speak of it. */
  voices: MailBrief[]
}

export const subject = ({ name }: plan.Milestone) => `milestone-${name}`

/** Undefined: too little is known, or its day is past or far. */
export function caseOf(milestone: plan.Milestone, picture: plan.Picture): Case | undefined {
  if (milestone.dueOn < plan.today(picture)) return undefined
  const open = milestone.tickets.filter(isOpenTicket)
  const daysLeft = workingDaysUntil(milestone.dueOn, picture)
  const late = open.filter(({ ticket }) => ticket.dueDate !== null && ticket.dueDate > milestone.dueOn)
  const pace = daysLeft <= FARTHEST_DAYS ? paceOf(open, picture) : undefined
  if (!pace && late.length === 0) return undefined
  const rates = pace?.rates ?? [0]
  const unit = pace?.unit ?? 'ticket'
  return {
    ...{ picture, milestone, open, unit, daysLeft, late, ground: pace?.ground },
    size: sizeOf(open, unit),
    slow: Math.round((rates[0] ?? 0) * daysLeft),
    fast: Math.round((rates.at(-1) ?? 0) * daysLeft),
    voices: voicesOn(milestone, picture),
  }
}

/** Not even the pace of the fastest sprint is enough, or a ticket of it is due after it. */
export const isShort = (given: Case) => isShortByPace(given) || given.late.length > 0

export const isShortByPace = ({ ground, size, fast }: Case) => ground !== undefined && size > fast

/** Dates say so, a second source speaks of it, far too much is open, or the day is so near that arithmetic is enough. */
export function isSure({ voices, daysLeft, picture, late, size, fast }: Case): boolean {
  const since = subDays(picture.now, SECOND_SOURCE_DAYS).toISOString()
  return (
    late.length > 0 ||
    daysLeft <= ALONE_DAYS ||
    size > FAR_TOO_MUCH * fast ||
    voices.some((each) => each.at >= since)
  )
}

function workingDaysUntil(day: string, { now, desk }: plan.Picture): number {
  const hours = desk.workingHours
  const end = addDays(startOfLocalDay(day, hours.timeZone), 1)
  const tomorrow = addDays(new TZDate(now, hours.timeZone).setHours(0, 0, 0, 0), 1)
  return Math.round(workingMinutesBetween(new Date(tomorrow), end, hours) / workingDayMinutes(hours))
}

/** People's mails that name the milestone, or ask about its day. */
function voicesOn(milestone: plan.Milestone, picture: plan.Picture): MailBrief[] {
  const [name = ''] = milestone.name.split(/\s+/)
  const named =
    name.length >= 3 ? new RegExp(`\\b${name.replace(/[^\p{L}\p{N}]/gu, '.')}\\b`, 'iu') : undefined
  return plan
    .received(picture)
    .filter((each) => each.kind !== 'invitation' && plan.personOf(picture, each.email) !== undefined)
    .filter(
      (each) => named?.test(`${each.title} ${each.text}`) === true || asksAboutDay(each, milestone, picture),
    )
}

function asksAboutDay(mail: MailBrief, { dueOn }: plan.Milestone, picture: plan.Picture): boolean {
  return sentencesOf(mail.text).some(
    (one) => asks(one) && datesIn(one, mail.at, plan.zoneOf(picture)).some(({ date }) => date === dueOn),
  )
}
