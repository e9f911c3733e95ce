import { differenceInHours } from 'date-fns/differenceInHours'
import type { Brief, TicketMatter } from '#src/domain/matter.ts'
import { isTurn } from './board-turns.ts'
import { saysDone, settles } from './mail-meaning.ts'
import { namesNearDays } from './past-plan.ts'
import * as plan from './picture.ts'
import { keysIn } from './relation.ts'
import { LOW_PRIORITY } from './triage-signs.ts'
import { isRelief, troubleOf } from './trouble.ts'
import { commentsOn, voicesIn } from './trouble-told-voices.ts'
import { besides, doneSince, isOf, workNear, type Voice } from './trouble-told-work.ts'

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
  const told = byThread(
    voicesIn(picture).map((voice) => {
      const work = workNear(voice, picture)
      return { voice, work, matterId: work?.id ?? whereabouts(voice, picture) }
    }),
  )
  const ended = told.flatMap(({ voice, work, matterId }) => {
    const because = endOf(voice, work, picture)
    return because ? [{ matterId, because, voice }] : []
  })
  const over = new Set(ended.map(({ voice }) => voice))
  const cases = new Map<string, Case>()
  for (const { voice, work, matterId } of told) {
    if (over.has(voice) || !weighs(voice, work, picture)) continue
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
  const done = plan
    .tickets(picture)
    .filter(({ id, ticket }) => ticket.statusCategory === 'done' && !cases.has(id))
  const finished = done.map(({ id, ticket }) => ({ matterId: id, because: `${id} is ${ticket.status}.` }))
  return { cases: [...cases.values()], settled: [...ended, ...moved, ...finished] }
}

type Placed = { voice: Voice; work: TicketMatter | undefined; matterId: string }

/** What is written in a thread is about what its first mail is about, unless it names another ticket. */
function byThread(told: Placed[]): Placed[] {
  const first = new Map<string, Placed>()
  return told.map((each) => {
    const { brief } = each.voice
    const thread = brief.mail?.conversationId
    if (thread === undefined) return each
    const before = first.get(thread)
    if (!before || keysIn(`${brief.title}\n${brief.text}`).length > 0) {
      if (!before) first.set(thread, each)
      return each
    }
    return { ...before, voice: each.voice }
  })
}

const whereabouts = ({ brief }: Voice, { matters }: plan.Picture) =>
  matters.find(({ briefs }) => briefs.some((each) => each.signalId === brief.signalId))?.id ?? brief.ref

/** Nice-to-have work that belongs to no plan may be late or stand still, and a date that was moved in time is no news. */
function weighs(
  { trouble, brief, sentence }: Voice,
  work: TicketMatter | undefined,
  picture: plan.Picture,
): boolean {
  if (isTurn(brief)) return true
  if (trouble === 'slips' && namesNearDays(sentence, brief.at, plan.zoneOf(picture))) return false
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
