import { subDays } from 'date-fns/subDays'
import { workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import type { Brief, MailBrief, TicketMatter } from '#src/domain/matter.ts'
import { firstName, type Person } from '#src/domain/person.ts'
import { blockOf, isBlocked } from './blocked.ts'
import { datesIn } from './dates.ts'
import * as part from './draft-parts.ts'
import { orElse, sentencesOf } from './mail-meaning.ts'
import { newest, personOf, pmEmail, workingDaysSince, zoneOf, type Picture } from './picture.ts'
import { mailsAbout } from './relation.ts'

/** One working day without an owner is normal while work changes hands. */
const DAYS_UNOWNED = 1
const DAYS_TO_DECIDE = 2
/** Whoever answered automatically within this time still counts as away. */
const DAYS_AWAY = 14

export type Case = {
  about: TicketMatter
  picture: Picture
  flag: Brief
  since: string
  mails: MailBrief[]
  ultimatum: { mail: MailBrief; sentence: string; day: string | undefined } | undefined
  candidates: Person[]
  /** The first of them was named by whoever left the ticket, not only known as its reporter. */
  named: boolean
  decideBy: Date
}

/** A ticket that has been blocked and nobody's for long enough. */
export function caseOf(about: TicketMatter, picture: Picture): Case | undefined {
  const since = about.unownedSince
  if (!isBlocked(about) || !since) return undefined
  if (workingDaysSince(since, picture) < DAYS_UNOWNED) return undefined
  const flag = blockOf(about)
  if (!flag) return undefined
  const mails = mailsAbout(about, picture.matters)
  const ultimatum = ultimatumIn(mails, picture)
  const { candidates, named } = candidatesFor(about, mails, picture)
  return {
    ...{ about, picture, flag, since, mails, ultimatum, candidates, named },
    decideBy: decideByOf(ultimatum, picture),
  }
}

/** Somebody outside who waits: the newest of their sentences that says what happens otherwise. */
function ultimatumIn(mails: MailBrief[], picture: Picture): Case['ultimatum'] {
  for (const mail of mails.toReversed()) {
    if (personOf(picture, mail.email)?.class !== 'external') continue
    const sentence = sentencesOf(mail.text).find(orElse)
    if (!sentence) continue
    return { mail, sentence, day: datesIn(sentence, mail.at, zoneOf(picture))[0]?.date }
  }
  return undefined
}

/** Noon two working days before what happens otherwise; without that, two working days from now. */
function decideByOf(ultimatum: Case['ultimatum'], { now, desk }: Picture): Date {
  const usual = part.noonAfter(now, DAYS_TO_DECIDE, desk.workingHours)
  if (!ultimatum?.day) return usual
  const hours = desk.workingHours
  // A day earlier at a time, until two working days lie between: a weekend is no time to decide in.
  let before = part.noonOf(ultimatum.day, hours)
  const last = before
  while (
    before > now &&
    workingMinutesBetween(before, last, hours) < DAYS_TO_DECIDE * workingDayMinutes(hours)
  )
    before = subDays(before, 1)
  return before > now ? before : usual
}

/**
 * Who could take it: whom the leaver's automatic reply or hand-over names, then who reported it. Nobody who is away, and
 * not the leaver.
 */
function candidatesFor(
  about: TicketMatter,
  mails: MailBrief[],
  picture: Picture,
): Pick<Case, 'candidates' | 'named'> {
  const left = newest(about, (each) => each.kind === 'assignee' && each.after === null)
  const leaver = picture.people.find((person) => person.name === left?.before)
  const replies = picture.matters
    .flatMap((each) => each.briefs)
    .filter((each) => each.kind === 'mail_automatic')
  const recently = subDays(picture.now, DAYS_AWAY).toISOString()
  const away = new Set(replies.filter((each) => each.at > recently).map((each) => each.email))
  const deputies = replies
    .filter((each) => each.email === leaver?.id)
    .flatMap((each) => picture.people.filter((person) => speaksOf(each.text, person)))
  const handedTo = mails
    .filter((each) => leaver && each.email === leaver.id)
    .flatMap((each) =>
      [...each.mail.to, ...each.mail.cc].flatMap(({ email }) => personOf(picture, email) ?? []),
    )
  const reporter = picture.people.filter(
    (person) => person.id === about.ticket.reporter?.email?.toLowerCase(),
  )
  const candidates = [...deputies, ...handedTo, ...reporter].filter(
    (person) =>
      person.class === 'team' &&
      person.id !== leaver?.id &&
      !away.has(person.id) &&
      !person.neverContact &&
      person.id !== pmEmail(picture),
  )
  const [first] = candidates
  return {
    candidates: [...new Map(candidates.map((person) => [person.id, person])).values()],
    named: first !== undefined && [...deputies, ...handedTo].some(({ id }) => id === first.id),
  }
}

function speaksOf(text: string, { name }: Person): boolean {
  const letters = firstName(name).replace(/[^\p{L}]/gu, '')
  return letters !== '' && new RegExp(`\\b${letters}\\b`, 'u').test(text)
}
