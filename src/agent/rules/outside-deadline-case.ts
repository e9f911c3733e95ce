import { differenceInCalendarDays } from 'date-fns'
import { localDate } from '#src/domain/calendar.ts'
import type { MailBrief, TicketMatter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import { datesIn } from './dates.ts'
import * as part from './draft-parts.ts'
import { bareSubject, ends, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { workOf } from './relation.ts'

/** A deadline this long after a milestone still falls into the time in which it has to hold. */
const DAYS_AFTER = 45

export type Case = {
  picture: plan.Picture
  mail: MailBrief
  sentence: string
  day: string
  thing: string
  from: Person
  milestone: plan.Milestone
  /** Calendar days from the milestone to the deadline; below zero, the deadline comes first. */
  days: number
  work: TicketMatter | undefined
}

/** The ticket that answers it, or else where the mail is. */
export function subjectOf({ work, mail, picture }: Case): string {
  return work?.id ?? plan.matterOf(mail, picture)?.id ?? mail.ref
}

/** A mail from outside that ends something on a day to come, and the milestone that day hits. */
export function caseOf(mail: MailBrief, picture: plan.Picture): Case | undefined {
  const from = plan.personOf(picture, mail.email)
  if (from?.class !== 'external') return undefined
  const zone = plan.zoneOf(picture)
  const sentence = sentencesOf(mail.text).find((one) => ends(one) && datesIn(one, mail.at, zone).length > 0)
  if (!sentence) return undefined
  const day = datesIn(sentence, mail.at, zone)
    .map(({ date }) => date)
    .find((date) => date > localDate(new Date(mail.at), zone))
  const milestone = day && hitBy(day, picture)
  if (!day || !milestone) return undefined
  return {
    ...{ picture, mail, sentence, day, from, milestone },
    thing: thingOf(sentence, mail),
    days: differenceInCalendarDays(new Date(day), new Date(milestone.dueOn)),
    work: workOf(mail, picture.matters),
  }
}

/** What has a day to hold: milestones, or where a project has none ahead, open tickets with a due date. */
function aheadOf(picture: plan.Picture): plan.Milestone[] {
  const isAhead = ({ dueOn }: plan.Milestone) => dueOn >= plan.today(picture)
  const planned = plan.milestones(picture).filter(isAhead)
  if (planned.length > 0) return planned
  return plan
    .openTickets(picture)
    .flatMap((each) =>
      each.ticket.dueDate ? [{ name: each.id, dueOn: each.ticket.dueDate, tickets: [each] }] : [],
    )
    .filter(isAhead)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
}

/** The last milestone before the deadline if it is near enough, or else the first one after it. */
function hitBy(day: string, picture: plan.Picture): plan.Milestone | undefined {
  const ahead = aheadOf(picture)
  const before = ahead.findLast(({ dueOn }) => dueOn <= day)
  const near = before && differenceInCalendarDays(new Date(day), new Date(before.dueOn)) <= DAYS_AFTER
  return near ? before : ahead.find(({ dueOn }) => dueOn > day)
}

/** What ends: what stands before the verb, or the mail's subject. */
function thingOf(sentence: string, mail: MailBrief): string {
  const head = /^(?:[^,;:]*[,;:])?\s*(.{2,40}?)\s+(?:will|is|are|was|gets?|has)\b/i.exec(sentence)?.[1]
  const clean = head && !/^(it|they|this|that|we|which|there)$/i.test(head) ? head : bareSubject(mail.title)
  return part.shorten(clean.replace(/^(the|our|your)\s+/i, ''), 30)
}
