import { addDays, differenceInHours, subDays } from 'date-fns'
import { localDate } from '#src/domain/calendar.ts'
import { isOpenTicket, type Brief, type TicketMatter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import { datesIn } from './dates.ts'
import { saysDone, settles } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { mailText, ticketsOf, workOf } from './relation.ts'
import { HIGH_PRIORITY } from './triage-signs.ts'
import { isRelief, troubleOf, troubleOnTicket, type Told } from './trouble.ts'
import { isBot } from './workflow-words.ts'
import { wordsOf } from './words.ts'

/** Told this long ago and not repeated, it has been dealt with another way. */
const DAYS_OPEN = 10
/** A supplier who names no day is seldom less than two weeks late. */
const DAYS_LATE = 14
/** Whoever moves a date says so on the same day, or on the next. */
const HOURS_TO_MOVE = 36
/** Shorter words of a title are in too many mails. */
const TELLING = 5
/** A mail that speaks of more is about none of them. */
const MOST_BESIDE = 3
const LEAST = /^(low|lowest|minor|trivial|niedrig|baja|basse|bassa|baixa|laag|niski|mineure|triviale|p[45])$/i

/** Somebody who tells of trouble: in a mail to the PM, from whom the register knows; or in a comment, `from` undefined. */
export type Voice = Told & { brief: Brief; from: Person | undefined }

export type Case = {
  picture: plan.Picture
  /** The ticket it is about, or else where the first mail is. */
  matterId: string
  work: TicketMatter | undefined
  /** Other open tickets that its mails speak of as clearly. */
  beside: TicketMatter[]
  /** Oldest first, at least one. */
  voices: [Voice, ...Voice[]]
}

/** Everything told that still stands, by what it is about; and what has been settled since. */
export function casesIn(picture: plan.Picture): {
  cases: Case[]
  settled: { matterId: string; because: string }[]
} {
  const told = voicesIn(picture).map((voice) => {
    const work = workNear(voice, picture)
    return { voice, work, matterId: work?.id ?? whereabouts(voice, picture) }
  })
  const settled = told.flatMap(({ voice, work, matterId }) => {
    const because = endOf(voice, work, picture)
    return because ? [{ matterId, because, voice }] : []
  })
  const over = new Set(settled.map(({ voice }) => voice))
  const cases = new Map<string, Case>()
  for (const { voice, work, matterId } of told) {
    if (over.has(voice) || !weighs(voice, work)) continue
    const known = cases.get(matterId)
    const beside = besides(voice, work, picture)
    if (!known) cases.set(matterId, { picture, matterId, work, beside, voices: [voice] })
    else {
      known.voices.push(voice)
      known.beside = [...new Set([...known.beside, ...beside])]
    }
  }
  return { cases: [...cases.values()], settled }
}

function voicesIn(picture: plan.Picture): Voice[] {
  const since = subDays(picture.now, DAYS_OPEN).toISOString()
  const voices = [...mailed(picture), ...commented(picture)]
  return voices
    .filter(({ brief }) => !brief.bootstrap && brief.at >= since)
    .sort((a, b) => a.brief.at.localeCompare(b.brief.at))
}

function mailed(picture: plan.Picture): Voice[] {
  const pm = plan.pmEmail(picture)
  return plan.received(picture).flatMap((brief) => {
    const from = plan.personOf(picture, brief.email)
    const toPm = brief.mail.to.some(({ email }) => email === pm)
    if (!from || from.id === pm || !toPm || brief.kind === 'invitation') return []
    const told = troubleOf(brief.text, from)
    return told ? [{ ...told, brief, from }] : []
  })
}

/** Trackers seldom give addresses: who comments on a ticket works on it. */
function commented(picture: plan.Picture): Voice[] {
  const { pmName } = picture.desk
  return plan
    .openTickets(picture)
    .flatMap(commentsOn)
    .filter(({ by }) => by !== pmName && !isBot(by))
    .flatMap((brief) => {
      const told = troubleOnTicket(brief.text)
      return told ? [{ ...told, brief, from: undefined }] : []
    })
}

function commentsOn({ briefs }: TicketMatter): Brief[] {
  return briefs.filter((each) => each.kind === 'comment' && !each.ours && !each.tainted)
}

const whereabouts = ({ brief }: Voice, { matters }: plan.Picture) =>
  matters.find(({ briefs }) => briefs.some((each) => each.signalId === brief.signalId))?.id ?? brief.ref

/**
 * The ticket it is about: the one it stands on or speaks of; or else the only one with a word of its title in it, or the
 * only one that is due on a day it names.
 */
function workNear({ brief, sentence }: Voice, picture: plan.Picture): TicketMatter | undefined {
  const open = plan.openTickets(picture)
  if (!brief.mail) return open.find(({ id }) => id === brief.ref)
  const strong = workOf({ ...brief, mail: brief.mail }, picture.matters)
  if (strong) return strong
  const said = new Set(wordsOf(`${brief.title} ${brief.text}`).filter((word) => word.length >= TELLING))
  const named = open.filter(({ title }) => wordsOf(title).some((word) => said.has(word)))
  if (named.length === 1) return named[0]
  const days = datesIn(sentence, brief.at, plan.zoneOf(picture)).map(({ date }) => date)
  const due = open.filter(({ ticket }) => ticket.dueDate !== null && days.includes(ticket.dueDate))
  return due.length === 1 ? due[0] : undefined
}

/** Every open ticket that a mail clearly speaks of; where it speaks of none, what a supplier's later day endangers. */
function besides(voice: Voice, work: TicketMatter | undefined, picture: plan.Picture): TicketMatter[] {
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

/** Nice-to-have work that belongs to no plan may be late or stand still, and a date that was moved in time is no news. */
function weighs({ trouble, brief }: Voice, work: TicketMatter | undefined): boolean {
  if (work && trouble === 'slips' && isPlannedAnew(brief, work)) return false
  if (!work || !['slips', 'stopped', 'broken', 'undecided'].includes(trouble)) return true
  const { priority, dueDate, versions } = work.ticket
  return dueDate !== null || versions.length > 0 || !LEAST.test(priority ?? '')
}

/** Its date was moved with these words, and still lies before its milestones. */
function isPlannedAnew({ at }: Brief, { briefs, ticket }: TicketMatter): boolean {
  const { dueDate, versions } = ticket
  const moved = briefs.some(
    (each) => each.kind === 'due_date' && Math.abs(differenceInHours(each.at, at)) <= HOURS_TO_MOVE,
  )
  return moved && dueDate !== null && versions.every(({ releaseDate }) => (releaseDate ?? '9') >= dueDate)
}

/** By what it is over: the ticket is done, the PM has answered, or somebody says that it is well. */
function endOf(voice: Voice, work: TicketMatter | undefined, picture: plan.Picture): string | undefined {
  const { brief } = voice
  const thread = brief.mail?.conversationId
  const inThread = (each: Brief) => thread !== undefined && each.mail?.conversationId === thread
  if (plan.sentMails(picture).some((each) => each.at > brief.at && inThread(each)))
    return `You answered ${brief.by}.`
  const later = [...plan.received(picture), ...(work ? commentsOn(work) : [])].filter(
    (each) => each.at > brief.at && (inThread(each) || (work !== undefined && isOf(each, work, picture))),
  )
  const relief = later.find(
    ({ text, email }) =>
      !troubleOf(text, { class: plan.personOf(picture, email)?.class ?? 'external' }) &&
      (isRelief(text) || saysDone(text) || settles(text)),
  )
  return relief && `${relief.by} writes that it is settled.`
}

function isOf(brief: Brief, work: TicketMatter, { matters }: plan.Picture): boolean {
  if (!brief.mail) return brief.ref === work.id
  return isOpenTicket(work) && workOf({ ...brief, mail: brief.mail }, matters)?.id === work.id
}
