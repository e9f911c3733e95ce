import { TZDate } from '@date-fns/tz'
import { addDays, subDays } from 'date-fns'
import { workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import { isOpenTicket, type MailBrief, type TicketMatter } from '#src/domain/matter.ts'
import { datesIn } from './dates.ts'
import { asks, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'

const SPRINT_DAYS = 10
const PAST_SPRINTS = 3
/** Arithmetic alone is one source: it raises a decision by itself only when this few working days are left. */
const ALONE_DAYS = 4
/** How long a mail that speaks of the milestone stays a second source. */
const SECOND_SOURCE_DAYS = 3
/** Farther ahead than this a forecast says more about the forecast. */
const FARTHEST_DAYS = 20

/** What is open for a milestone, and what the slowest and the fastest of the last sprints would do of it by its day. */
export type Case = {
  picture: plan.Picture
  milestone: plan.Milestone
  open: TicketMatter[]
  points: number
  daysLeft: number
  slow: number
  fast: number
  /** Mails that speak of it. */
  voices: MailBrief[]
}

export const subject = ({ name }: plan.Milestone) => `milestone-${name}`

/** Undefined: too little is known, or its day is past or far. */
export function caseOf(milestone: plan.Milestone, picture: plan.Picture): Case | undefined {
  const past = plan
    .velocity(picture)
    .slice(-PAST_SPRINTS)
    .filter(({ points }) => points > 0)
  if (past.length < 2 || milestone.dueOn < plan.today(picture)) return undefined
  const rates = past.map(({ points }) => points / SPRINT_DAYS)
  const open = milestone.tickets.filter(isOpenTicket)
  const daysLeft = workingDaysUntil(milestone.dueOn, picture)
  if (daysLeft > FARTHEST_DAYS) return undefined
  return {
    ...{ picture, milestone, open, points: plan.pointsOf(open), daysLeft },
    slow: Math.round(Math.min(...rates) * daysLeft),
    fast: Math.round(Math.max(...rates) * daysLeft),
    voices: voicesOn(milestone, picture),
  }
}

/** Not even the pace of the fastest sprint is enough. */
export const isShort = ({ points, fast }: Case) => points > fast

/** A second source speaks of it, or the day is so near that arithmetic is enough. */
export function isSure({ voices, daysLeft, picture }: Case): boolean {
  const since = subDays(picture.now, SECOND_SOURCE_DAYS).toISOString()
  return daysLeft <= ALONE_DAYS || voices.some((each) => each.at >= since)
}

function workingDaysUntil(day: string, { now, desk }: plan.Picture): number {
  const hours = desk.workingHours
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const end = addDays(new Date(new TZDate(year, month - 1, date, hours.timeZone).getTime()), 1)
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
