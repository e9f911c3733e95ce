import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { localDate } from '#src/domain/calendar.ts'
import type { MailBrief, TicketMatter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import { datesIn } from './dates.ts'
import * as part from './draft-parts.ts'
import { asks, bareSubject, ends, limits, moves, orElse, sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { workOf } from './relation.ts'
import { phrases } from './trouble-words.ts'

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
  const dayOf = (one: string) =>
    datesIn(one, mail.at, zone)
      .map(({ date }) => date)
      .find((date) => date > localDate(new Date(mail.at), zone))
  const sentence = deadlineIn(mail.text, (one) => dayOf(one) !== undefined)
  const day = sentence && dayOf(sentence)
  if (!sentence || !day) return undefined
  const milestone = hitBy(day, picture)
  if (!milestone) return undefined
  return {
    ...{ picture, mail, sentence, day, from, milestone },
    thing: thingOf(sentence, mail),
    days: differenceInCalendarDays(new Date(day), new Date(milestone.dueOn)),
    work: workOf(mail, picture.matters),
  }
}

/**
 * The sentence that names the day: one that ends something, the one after it, or one that sets a last day in a text that
 * also says that the day has moved or what happens otherwise. A last day alone is only somebody's request.
 */
export function deadlineIn(text: string, hasDay: (sentence: string) => boolean): string | undefined {
  const sentences = sentencesOf(text)
  const isEnd = (one: string) => ends(one) && !FOR_HOURS.test(one)
  const ended = sentences.find((one) => isEnd(one) && !one.includes('?') && hasDay(one))
  if (ended !== undefined) return ended
  const next = sentences.find((one, index) => isEnd(sentences[index - 1] ?? '') && !asks(one) && hasDay(one))
  if (next !== undefined) return next
  return moves(text) || orElse(text) ? sentences.find((one) => limits(one) && hasDay(one)) : undefined
}

/** What is closed for a part of a day is open again after it. */
const FOR_HOURS = phrases(
  '(?:in the |that |\\p{L}+day )(?:morning|afternoon|evening|night)|for (?:about |around )?(?:\\p{L}+|\\d+) (?:minutes|hours?)|between \\d[\\d:.]* and \\d|from \\d[\\d:.]* ?(?:am|pm)? (?:to|until) \\d',
  '(?:am|jeden) (?:vormittag|nachmittag|abend)|\\p{L}+tag(?:vormittag|nachmittag|abend|morgen|nacht)|für (?:ca\\. |etwa )?\\d+ (?:minuten|stunden)|von \\d[\\d:.]* bis \\d[\\d:.]* uhr|pendant \\d+ (?:minutes|heures)|durante \\d+ (?:minutos|horas)|per \\d+ (?:minuti|ore)',
)

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
