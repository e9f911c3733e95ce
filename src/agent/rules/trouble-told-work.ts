import { addDays } from 'date-fns/addDays'
import { localDate } from '#src/domain/calendar.ts'
import { isOpenTicket, isTicket, type Brief, type TicketMatter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import { datesIn } from './dates.ts'
import * as plan from './picture.ts'
import { keysIn, mailText, ticketsOf, workOf } from './relation.ts'
import { HIGH_PRIORITY } from './triage-signs.ts'
import type { Told } from './trouble.ts'
import { wordsOf } from './words.ts'

/** Somebody who tells of trouble: in a mail to the PM, from whom the register knows; or in a comment, `from` undefined. */
export type Voice = Told & { brief: Brief; from: Person | undefined }

/** A supplier who names no day is seldom less than two weeks late. */
const DAYS_LATE = 14
/** Shorter words of a title are in too many mails. */
const TELLING = 5
/** A mail that speaks of more is about none of them. */
const MOST_BESIDE = 3

/**
 * The ticket it is about: the one it stands on, was joined to or speaks of; or else the only one with a word of its title
 * in what is told, or in the rest of the mail, the only one of whoever writes, or the only one that is due on a day it
 * names. What was joined to finished work is about no other, unless what is told names it.
 */
export function workNear({ brief, from, sentence }: Voice, picture: plan.Picture): TicketMatter | undefined {
  const open = plan.openTickets(picture)
  if (!brief.mail) return open.find(({ id }) => id === brief.ref)
  const letter = { ...brief, mail: brief.mail }
  const joined =
    keysIn(`${brief.title}\n${brief.text}`).length > 0 ? undefined : plan.matterOf(letter, picture)
  const isOfDone = joined !== undefined && isTicket(joined) && !isOpenTicket(joined)
  const strong = joined && isOpenTicket(joined) ? joined : workOf(letter, picture.matters)
  if (strong && !isOfDone) return strong
  const told = namedIn(sentence, open)
  if (told ?? isOfDone) return told
  const named = namedIn(`${brief.title} ${brief.text}`, open)
  if (named) return named
  const theirs = open.filter(
    (each) => isTheirs(each, brief) || (from?.class === 'external' && namesTheirCompany(each, brief)),
  )
  if (theirs.length === 1) return theirs[0]
  const days = datesIn(sentence, brief.at, plan.zoneOf(picture)).map(({ date }) => date)
  const due = open.filter(({ ticket }) => ticket.dueDate !== null && days.includes(ticket.dueDate))
  return due.length === 1 ? due[0] : undefined
}

/** The only one with a word of its title in the text. */
function namedIn(text: string, open: TicketMatter[]): TicketMatter | undefined {
  const said = new Set(wordsOf(text).filter((word) => word.length >= TELLING))
  const named = open.filter(({ title }) => wordsOf(title).some((word) => said.has(word)))
  return named.length === 1 ? named[0] : undefined
}

/** Whoever writes is on it. */
const isTheirs = ({ ticket: { assignee } }: TicketMatter, { by, email }: Brief): boolean =>
  assignee !== null && (assignee.name === by || assignee.email?.toLowerCase() === email)

/** "Pilot at Gallagher", of a mail from fiona@gallagherfreight.example. */
function namesTheirCompany({ title }: TicketMatter, { email }: Brief): boolean {
  const company = email.split('@')[1] ?? ''
  return wordsOf(title).some((word) => word.length >= TELLING && company.startsWith(word))
}

/** Every open ticket that a mail clearly speaks of; where it speaks of none, what a supplier's later day endangers. */
export function besides(voice: Voice, work: TicketMatter | undefined, picture: plan.Picture): TicketMatter[] {
  const { brief, from } = voice
  if (!brief.mail) return []
  const spoken = ticketsOf(mailText(brief), picture.matters)
    .map(({ ticket }) => ticket)
    .filter(isOpenTicket)
  const found = work === undefined && from?.class === 'external' ? endangered(voice, picture) : spoken
  return found.filter(({ id }) => id !== work?.id).slice(0, MOST_BESIDE)
}

/** Open tickets of high priority that are due before the day that is named, or soon where none is. */
function endangered({ brief, sentence }: Voice, picture: plan.Picture): TicketMatter[] {
  const days = datesIn(`${sentence} ${brief.text}`, brief.at, plan.zoneOf(picture)).map(({ date }) => date)
  const usual = localDate(addDays(new Date(brief.at), DAYS_LATE), plan.zoneOf(picture))
  const last = days.toSorted().at(-1) ?? usual
  return plan
    .openTickets(picture)
    .filter(
      ({ ticket }) =>
        ticket.dueDate !== null && ticket.dueDate < last && HIGH_PRIORITY.test(ticket.priority ?? ''),
    )
}

/** A mail or comment that speaks of this ticket. */
export function isOf(brief: Brief, work: TicketMatter, { matters }: plan.Picture): boolean {
  if (!brief.mail) return brief.ref === work.id
  return isOpenTicket(work) && workOf({ ...brief, mail: brief.mail }, matters)?.id === work.id
}

/** The ticket that a mail speaks of most has been done since. */
export function doneSince({ brief }: Voice, { matters }: plan.Picture): TicketMatter | undefined {
  if (!brief.mail) return undefined
  const first = ticketsOf(mailText(brief), matters)[0]?.ticket
  if (!first || isOpenTicket(first)) return undefined
  const end = plan.newest(first, ({ kind }) => kind === 'status' || kind === 'resolution')
  return end && end.at > brief.at ? first : undefined
}
