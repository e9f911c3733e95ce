import { subDays } from 'date-fns/subDays'
import { workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import type { TicketMatter } from '#src/domain/matter.ts'
import * as plan from './picture.ts'

const PAST_SPRINTS = 3
/** Where work is in no sprints, what was finished in this time stands for one. */
const FLOW_DAYS = 28
const FLOW_WORKING_DAYS = 20
/** Fewer finished tickets than this are no pace. */
const FLOW_TICKETS = 3

/** What is done in a working day, slowest first and fastest last, and what it was worked out from. */
export type Pace = { unit: 'point' | 'ticket'; rates: number[]; ground: string }

/** The best that is known: points of past sprints, else tickets of past sprints, else tickets of the last weeks. */
export function paceOf(open: TicketMatter[], picture: plan.Picture): Pace | undefined {
  const past = pastSprints(picture)
  const estimated = open.filter(({ ticket }) => ticket.points !== null).length
  const byPoints = past.map((sprint) => rateOf(sprint, plan.pointsOf(doneIn(sprint)), picture)).filter(isSome)
  if (byPoints.length > 0 && estimated > 0) return pace('point', byPoints, ofSprints(byPoints.length))
  const byTickets = past.map((sprint) => rateOf(sprint, doneIn(sprint).length, picture)).filter(isSome)
  if (byTickets.length > 0)
    return pace('ticket', byTickets, `${ofSprints(byTickets.length)}, counted in tickets`)
  const since = subDays(picture.now, FLOW_DAYS).toISOString()
  const finished = plan
    .tickets(picture)
    .filter(({ ticket }) => ticket.statusCategory === 'done' && ticket.changedAt >= since)
  if (finished.length < FLOW_TICKETS) return undefined
  return pace('ticket', [finished.length / FLOW_WORKING_DAYS], 'of the last four weeks, counted in tickets')
}

/** What the open tickets come to in that unit. */
export function sizeOf(list: TicketMatter[], unit: Pace['unit']): number {
  return unit === 'point' ? plan.pointsOf(list) : list.length
}

function pace(unit: Pace['unit'], rates: number[], ground: string): Pace {
  return { unit, rates: [...rates].sort((a, b) => a - b), ground }
}

const ofSprints = (count: number) =>
  count === 1 ? 'of the one sprint that has ended' : 'of the last sprints'

const isSome = (rate: number) => rate > 0

function pastSprints(picture: plan.Picture): plan.Sprint[] {
  const now = picture.now.toISOString()
  return plan
    .sprints(picture)
    .filter(({ startAt, endAt }) => startAt !== null && endAt !== null && endAt <= now)
    .slice(-PAST_SPRINTS)
}

function doneIn(sprint: plan.Sprint): TicketMatter[] {
  return sprint.tickets.filter((ticket) => plan.isDoneWithin(ticket, sprint))
}

function rateOf({ startAt, endAt }: plan.Sprint, done: number, { desk }: plan.Picture): number {
  if (startAt === null || endAt === null) return 0
  const hours = desk.workingHours
  const days = workingMinutesBetween(new Date(startAt), new Date(endAt), hours) / workingDayMinutes(hours)
  return done / Math.max(1, Math.round(days))
}
