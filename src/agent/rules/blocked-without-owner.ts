import { clip } from '#src/domain/clip.ts'
import type { EscalationDraft } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { quoted, worked, type TicketMatter } from '#src/domain/matter.ts'
import { firstName } from '#src/domain/person.ts'
import { isBlocked } from './blocked.ts'
import { caseOf, type Case } from './blocked-without-owner-case.ts'
import { optionsOf } from './blocked-without-owner-options.ts'
import { dayWords } from '#src/domain/day-words.ts'
import * as part from './draft-parts.ts'
import { isComment } from './is-comment.ts'
import { asks, sentencesOf } from './mail-meaning.ts'
import { isFresh, newest, openTickets, tickets, zoneOf, type Playbook } from './picture.ts'

const RULE = 'blocked-without-owner@2'
const TITLE_TAIL = ': blocked, nobody on it'

/** A ticket that is blocked while it is nobody's: nobody will unblock it unless the PM says who. */
export const blockedWithoutOwner: Playbook = (picture) => {
  const cases = openTickets(picture).flatMap((about) => caseOf(about, picture) ?? [])
  const over = tickets(picture)
    .filter((about) => isFresh(picture, about))
    .flatMap((about) => {
      const because = whyOver(about)
      return because ? [{ matterId: about.id, rule: RULE, because }] : []
    })
  return { drafts: cases.map(draftOf), over }
}

function whyOver(about: TicketMatter): string | null {
  const { id, ticket, unownedSince } = about
  if (ticket.statusCategory === 'done') return `${id} is ${ticket.status}.`
  if (!isBlocked(about)) return `${id} is no longer blocked.`
  if (unownedSince === null) return `${ticket.assignee?.name ?? 'Somebody'} has taken ${id}.`
  return null
}

function draftOf(given: Case): EscalationDraft {
  const { about, picture, flag, since, ultimatum, decideBy } = given
  const facts = factsOf(given)
  const nobodySince = `since ${dayWords(since, zoneOf(picture))}`
  return part.drafted(picture, {
    matterId: about.id,
    title: part.shorten(about.title, 70 - TITLE_TAIL.length) + TITLE_TAIL,
    whyNow: ultimatum
      ? `${ultimatum.mail.by} sets a time, and nobody has been on ${about.id} ${nobodySince}.`
      : `${about.id} ${flag.kind === 'flag' ? 'was flagged' : 'stands still since'} ${dayWords(flag.at, zoneOf(picture))}; nobody has been on it ${nobodySince}.`,
    facts,
    options: optionsOf(given, facts),
    recommendation: { optionId: 'A', reason: reasonFor(given) },
    noAnswer: `nothing is sent; it stays open, and the RAID log keeps ${about.id} as an open issue.`,
    wouldChange: `Somebody takes ${about.id}, the flag comes off, or the ticket is closed.`,
    decideBy,
    decideByWhy: ultimatum ? `${ultimatum.mail.by}: “${clip(ultimatum.sentence, 120)}”` : null,
    rule: RULE,
    episode: `${flag.signalId} ${since}`,
    since: flag.at,
    related: about.ticket.blocks,
  })
}

function reasonFor({ candidates: [first], named, ultimatum }: Case): string {
  const outside = ultimatum ? `, and ${firstName(ultimatum.mail.by)} is waiting for a name` : ''
  if (!first) return 'Nobody unblocks a ticket that is nobody’s; a question is the cheapest way to a name.'
  const known = named ? 'was named for it by whoever left it' : 'reported it and knows what it is about'
  return `${firstName(first.name)} ${known}${outside}.`
}

function factsOf({ about, picture, flag, since, mails, ultimatum }: Case): Evidence[] {
  const words = newest(about, (each) => isComment(each) && each.text.trim() !== '')
  const stopped = about.ticket.blocks.filter((key) => picture.matters.some((each) => each.id === key))
  const asked = mails.findLast(
    (each) => each.signalId !== ultimatum?.mail.signalId && asks(each.text) && each.mail.folder === 'inbox',
  )
  const question = asked && sentencesOf(asked.text).find(asks)
  return [
    flag.kind === 'flag'
      ? quoted(flag, flag.text)
      : worked(
          flag,
          about.ticket.flagged ? `${about.id} is flagged` : `${about.id} is in ${about.ticket.status}`,
        ),
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
