import { differenceInHours } from 'date-fns/differenceInHours'
import { subDays } from 'date-fns/subDays'
import type { Brief, TicketMatter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import { isCalmMail } from './calm-mail.ts'
import { isQuestion, saysDone, sentencesOf, settles } from './mail-meaning.ts'
import { isDatedRequest } from './mail-setting.ts'
import { isAdvert, isStory } from './mail-story.ts'
import * as plan from './picture.ts'
import { LOW_PRIORITY } from './triage-signs.ts'
import { isRelief, troubleOf, troubleOnTicket, type Told } from './trouble.ts'
import { besides, doneSince, isOf, workNear, type Voice } from './trouble-told-work.ts'
import { heavyComment, heavyMail } from './weighing.ts'
import { isBot } from './workflow-words.ts'

/** Told this long ago and not repeated, it has been dealt with another way. */
const DAYS_OPEN = 10
/** Whoever moves a date says so on the same day, or on the next. */
const HOURS_TO_MOVE = 36

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
  const ended = told.flatMap(({ voice, work, matterId }) => {
    const because = endOf(voice, work, picture)
    return because ? [{ matterId, because, voice }] : []
  })
  const over = new Set(ended.map(({ voice }) => voice))
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
  // A mail may come to be understood as about a ticket only when more is written on it.
  const moved = told.flatMap(({ voice, matterId }) => {
    const before = whereabouts(voice, picture)
    return before === matterId ? [] : [{ matterId: before, because: `It is about ${matterId}.` }]
  })
  const done = plan.tickets(picture).filter((each) => each.ticket.statusCategory === 'done')
  const finished = done.map(({ id, ticket }) => ({ matterId: id, because: `${id} is ${ticket.status}.` }))
  return { cases: [...cases.values()], settled: [...ended, ...moved, ...finished] }
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
    const told = troubleOf(brief.text, from, brief.title) ?? weighedIn(brief, from)
    return told ? [{ ...told, brief, from }] : []
  })
}

/**
 * Nothing in it is plain, but it weighs enough. A question of the sponsor's is answered as one; what gave orders to
 * software weighs nothing.
 */
function weighedIn(letter: Brief, from: Person): Told | undefined {
  if (letter.tainted) return undefined
  if (from.class === 'sponsor' && sentencesOf(letter.text).some(isQuestion)) return undefined
  const isOrder = from.class !== 'team' && isDatedRequest({ ...letter, occurredAt: letter.at })
  const isNone = isOrder || isAdvert(letter.text) || isStory(letter.text) || isCalmMail(letter)
  return isNone ? undefined : heavyMail(letter, from)
}

/** Trackers seldom give addresses: who comments on a ticket works on it. */
function commented(picture: plan.Picture): Voice[] {
  const { pmName } = picture.desk
  return plan
    .openTickets(picture)
    .flatMap((on) => commentsOn(on).map((brief) => ({ brief, priority: on.ticket.priority })))
    .filter(({ brief }) => brief.by !== pmName && !isBot(brief.by))
    .flatMap(({ brief, priority }) => {
      const told = troubleOnTicket(brief.text) ?? heavyComment(brief.text, priority)
      return told ? [{ ...told, brief, from: undefined }] : []
    })
}

function commentsOn({ briefs }: TicketMatter): Brief[] {
  return briefs.filter((each) => each.kind === 'comment' && !each.ours && !each.tainted)
}

const whereabouts = ({ brief }: Voice, { matters }: plan.Picture) =>
  matters.find(({ briefs }) => briefs.some((each) => each.signalId === brief.signalId))?.id ?? brief.ref

/** Nice-to-have work that belongs to no plan may be late or stand still, and a date that was moved in time is no news. */
function weighs({ trouble, brief }: Voice, work: TicketMatter | undefined): boolean {
  if (work && trouble === 'slips' && isPlannedAnew(brief, work)) return false
  if (!work || !['slips', 'stopped', 'broken', 'undecided'].includes(trouble)) return true
  const { priority, dueDate, versions } = work.ticket
  return dueDate !== null || versions.length > 0 || !LOW_PRIORITY.test(priority ?? '')
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
  const done = doneSince(voice, picture)
  if (done) return `${done.id} is ${done.ticket.status}.`
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
