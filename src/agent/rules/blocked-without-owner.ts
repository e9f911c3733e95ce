import { subDays } from 'date-fns'
import { workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import { clip } from '#src/domain/clip.ts'
import type { EscalationDraft } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { quoted, worked, type Brief, type MailBrief, type TicketMatter } from '#src/domain/matter.ts'
import { firstName, type Person } from '#src/domain/person.ts'
import { raidItemId, type RaidChange } from '#src/domain/raid-log.ts'
import { datesIn } from './dates.ts'
import { dayWords } from './day-words.ts'
import * as part from './draft-parts.ts'
import { asks, orElse, sentencesOf } from './mail-meaning.ts'
import {
  isFresh,
  newest,
  openTickets,
  personOf,
  tickets,
  zoneOf,
  type Picture,
  type Playbook,
} from './picture.ts'
import { mailsAbout } from './relation.ts'
import { isDoneWord } from './workflow-words.ts'

const RULE = 'blocked-without-owner@2'
/** One working day without an owner is normal while work changes hands. */
const DAYS_UNOWNED = 1
const DAYS_TO_DECIDE = 2
const TITLE_TAIL = ' stands still: blocked, nobody on it'

/** A ticket that is blocked while it is nobody's: nobody will unblock it unless the PM says who. */
export const blockedWithoutOwner: Playbook = (picture) => {
  const drafts = openTickets(picture).flatMap((about) => draftFor(about, picture) ?? [])
  const over = tickets(picture)
    .filter((about) => isFresh(picture, about))
    .flatMap((about) => {
      const because = whyOver(about)
      return because ? [{ matterId: about.id, rule: RULE, because }] : []
    })
  return { drafts, over }
}

function whyOver({ id, ticket, unownedSince }: TicketMatter): string | null {
  if (ticket.statusCategory === 'done') return `${id} is ${ticket.status}.`
  if (!ticket.flagged) return `${id} is no longer blocked.`
  if (unownedSince === null) return `${ticket.assignee?.name ?? 'Somebody'} has taken ${id}.`
  return null
}

type Case = {
  about: TicketMatter
  picture: Picture
  flag: Brief
  since: string
  mails: MailBrief[]
  ultimatum: { mail: MailBrief; sentence: string; day: string | undefined } | undefined
  candidates: Person[]
}

function draftFor(about: TicketMatter, picture: Picture): EscalationDraft | undefined {
  const { now, desk } = picture
  const since = about.unownedSince
  if (!about.ticket.flagged || !since) return undefined
  const hours = desk.workingHours
  if (workingMinutesBetween(new Date(since), now, hours) < DAYS_UNOWNED * workingDayMinutes(hours))
    return undefined
  const flag =
    newest(about, (each) => each.kind === 'flag' && each.after !== null) ??
    about.briefs.findLast((each) => !each.mail)
  if (!flag) return undefined
  const mails = mailsAbout(about, picture.matters).filter(isMail)
  const given: Case = {
    ...{ about, picture, flag, since, mails },
    ultimatum: ultimatumIn(mails, picture),
    candidates: candidatesFor(about, mails, picture),
  }
  const facts = factsOf(given)
  const decideBy = decideByOf(given)
  const options = part.lettered(optionsOf(given, facts, decideBy))
  return {
    projectId: about.projectId,
    matterId: about.id,
    title: part.shorten(about.title, 70 - TITLE_TAIL.length) + TITLE_TAIL,
    whyNow: part.shorten(
      given.ultimatum
        ? `${given.ultimatum.mail.by} sets a time, and nobody has been on ${about.id} since ${dayWords(since, zoneOf(picture))}.`
        : `${about.id} was flagged ${dayWords(flag.at, zoneOf(picture))}; nobody has been on it since ${dayWords(since, zoneOf(picture))}.`,
      140,
    ),
    importance: 'high',
    facts,
    options,
    recommendation: { optionId: 'A', reason: reasonFor(given) },
    noAnswer: `nothing is sent; it stays open, and the RAID log keeps ${about.id} as an open issue.`,
    wouldChange: `Somebody takes ${about.id}, the flag comes off, or the ticket is closed.`,
    decideBy: decideBy.toISOString(),
    decideByWhy: given.ultimatum
      ? `${given.ultimatum.mail.by}: “${clip(given.ultimatum.sentence, 120)}”`
      : null,
    rule: RULE,
    episode: `${flag.signalId} ${since}`,
    since: flag.at,
    wordedBy: 'rules',
    related: about.ticket.blocks,
  }
}

function reasonFor({ candidates: [first], ultimatum }: Case): string {
  const outside = ultimatum ? `, and ${firstName(ultimatum.mail.by)} is waiting for a name` : ''
  if (!first) return 'Nobody unblocks a ticket that is nobody’s; a question is the cheapest way to a name.'
  return `${firstName(first.name)} was named for it by whoever left it${outside}.`
}

const isMail = (brief: Brief): brief is MailBrief => brief.mail !== null && brief.kind !== 'mail_bulk'

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
function decideByOf({ ultimatum, picture }: Case): Date {
  const { now, desk } = picture
  const usual = part.noonAfter(now, DAYS_TO_DECIDE, desk.workingHours)
  if (!ultimatum?.day) return usual
  const before = subDays(part.noonOf(ultimatum.day, desk.workingHours), DAYS_TO_DECIDE)
  return before > now ? before : usual
}

/**
 * Who could take it: whom the leaver's automatic reply or hand-over names, then who reported it. Nobody who is away, and
 * not the leaver.
 */
function candidatesFor(about: TicketMatter, mails: MailBrief[], picture: Picture): Person[] {
  const left = newest(about, (each) => each.kind === 'assignee' && each.after === null)
  const leaver = picture.people.find((person) => person.name === left?.before)
  const replies = picture.matters
    .flatMap((each) => each.briefs)
    .filter((each) => each.kind === 'mail_automatic')
  const away = new Set(
    replies.filter((each) => each.at > subDays(picture.now, 14).toISOString()).map((each) => each.email),
  )
  const named = replies
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
  const all = [...named, ...handedTo, ...reporter].filter(
    (person) =>
      person.class === 'team' &&
      person.id !== leaver?.id &&
      !away.has(person.id) &&
      !person.neverContact &&
      person.id !== picture.desk.pmEmail.toLowerCase(),
  )
  return [...new Map(all.map((person) => [person.id, person])).values()]
}

function speaksOf(text: string, { name }: Person): boolean {
  return new RegExp(`\\b${firstName(name).replace(/[^\p{L}]/gu, '')}\\b`, 'u').test(text)
}

function factsOf({ about, picture, flag, since, mails, ultimatum }: Case): Evidence[] {
  const words = newest(about, (each) => each.kind === 'comment' && !each.ours && each.text.trim() !== '')
  const stopped = about.ticket.blocks.filter((key) => picture.matters.some((each) => each.id === key))
  const asked = mails.findLast(
    (each) => each.signalId !== ultimatum?.mail.signalId && asks(each.text) && each.mail.folder === 'inbox',
  )
  const question = asked && sentencesOf(asked.text).find(asks)
  return [
    flag.kind === 'flag' ? quoted(flag, flag.text) : worked(flag, `${about.id} is flagged`),
    worked(flag, `Nobody has been on ${about.id} since ${dayWords(since, zoneOf(picture))}`),
    ...(ultimatum ? [quoted(ultimatum.mail, ultimatum.sentence)] : []),
    worked(
      flag,
      `${about.id} stands in ${about.ticket.status}, priority ${about.ticket.priority ?? 'not set'}`,
    ),
    ...(stopped.length > 0 ? [worked(flag, `It stops ${part.listed(stopped)}`)] : []),
    ...(words ? [quoted(words, clip(words.text, 160))] : []),
    ...(asked && question ? [quoted(asked, question)] : []),
  ]
}

function optionsOf(given: Case, facts: Evidence[], decideBy: Date): part.Unlettered[] {
  const [first, second] = given.candidates
  const asked = first ? [askPerson(given, first, facts, true)] : [askOpenly(given, facts, decideBy)]
  const other = second ? [askPerson(given, second, facts, false)] : []
  return [...asked, ...other, ...(first ? [] : moveBack(given, facts)), accept(given, facts)]
}

function askPerson(given: Case, person: Person, facts: Evidence[], first: boolean): part.Unlettered {
  const { about, picture, ultimatum } = given
  const name = firstName(person.name)
  const outside = first && ultimatum ? personOf(picture, ultimatum.mail.email) : undefined
  const waits =
    outside && ultimatum
      ? ` ${outside.name} is waiting for a contact: “${clip(ultimatum.sentence, 200)}”`
      : ''
  const text = `${person.name}, ${about.id} is blocked and nobody is assigned to it. Can you take it, or say who should?${waits}`
  const acts = [
    part.comment(about, text, picture),
    ...(outside && ultimatum
      ? [
          part.mail(
            [outside],
            {
              subject: ultimatum.mail.title,
              paragraphs: [
                `${person.name} has been asked to be your contact for this and will confirm. Please keep the slot until then.`,
              ],
              answers: ultimatum.mail,
            },
            picture,
          ),
        ]
      : []),
    mitigate(about.id, `${person.name} asked to take it`, facts),
  ]
  return {
    name: part.shorten(
      `Ask ${name} to take ${about.id}${outside ? ` and tell ${firstName(outside.name)}` : ''}`,
      60,
    ),
    button: part.shorten(`Ask ${name}`, 40),
    does: `1 comment on ${about.id}${outside ? `, 1 external mail to ${outside.name}` : ''}, 1 RAID log entry`,
    stillForYou: null,
    costs: first ? `${name}’s other work waits` : `${name} may not be the right one`,
    pros: [first ? `${name} was named for it` : `${name} knows the ticket`],
    cons: ['It rests on their saying yes'],
    acts,
  }
}

function askOpenly({ about, picture }: Case, facts: Evidence[], decideBy: Date): part.Unlettered {
  const zone = zoneOf(picture)
  const by = dayWords(decideBy.toISOString(), zone)
  const since = dayWords(facts[0]?.at ?? about.lastSignalAt, zone)
  const text = `${about.id} has been blocked since ${since} and nobody is assigned to it.\n\nPlease say here by ${by} who can take it.`
  return {
    name: `Ask on ${about.id} who takes it`,
    button: `Ask on ${about.id}`,
    does: `1 comment on ${about.id}, 1 RAID log entry`,
    stillForYou: null,
    costs: 'Rests on somebody answering; mails the watchers',
    pros: ['Everybody watching the ticket sees the question', 'Nothing about the plan changes yet'],
    cons: ['It rests on somebody answering'],
    acts: [
      part.comment(about, text, picture),
      mitigate(about.id, `Asked on ${about.id} who takes it; answer wanted by ${by}`, facts),
    ],
  }
}

function moveBack({ about }: Case, facts: Evidence[]): part.Unlettered[] {
  const moved = newest(about, (each) => each.kind === 'status' && each.after === about.ticket.status)
  const back = moved?.before
  if (!back || isDoneWord(back)) return []
  const premise = { key: about.id, status: about.ticket.status, flagged: true, unowned: true }
  return [
    {
      name: part.shorten(`Move ${about.id} back to ${back}`, 60),
      button: part.shorten(`Move ${about.id} back`, 40),
      does: `1 status change on ${about.id}, 1 RAID log entry`,
      stillForYou: 'Say in the next planning what it waits for',
      costs: 'What was begun waits',
      pros: ['The board says what is true: nobody is working on it'],
      cons: ['What was begun waits', 'The block itself is still there'],
      acts: [
        {
          payload: { kind: 'jira_status_change', key: about.id, toStatus: back },
          summary: `Move ${about.id} to ${back}`,
          premise,
        },
        mitigate(about.id, `Moved back to ${back} until somebody is free`, facts),
      ],
    },
  ]
}

function accept({ about, picture }: Case, facts: Evidence[]): part.Unlettered {
  const stopped = picture.matters.find((each) => about.ticket.blocks.includes(each.id))
  return {
    name: 'Accept the delay, keep it in the RAID log',
    button: 'Accept the delay',
    does: '1 RAID log entry',
    stillForYou: stopped ? `Agree with ${stopped.id} how to go on without it` : null,
    costs: 'Nobody is asked; it stays blocked',
    pros: ['Nobody is disturbed'],
    cons: ['It stays blocked until somebody notices'],
    acts: [part.raid([change(about.id, 'status', 'accepted', facts)], `${about.id} accepted`)],
  }
}

function mitigate(key: string, value: string, facts: Evidence[]) {
  return part.raid(
    [change(key, 'status', 'mitigating', facts), change(key, 'mitigation', value, facts)],
    `${key} being dealt with`,
  )
}

function change(key: string, field: 'status' | 'mitigation', value: string, facts: Evidence[]): RaidChange {
  return { op: 'set', itemId: raidItemId('issue', key), field, value, evidence: facts.slice(0, 1) }
}
