import { isOpenTicket, type Brief, type MailBrief, type TicketMatter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import { datesIn } from './dates.ts'
import { isComment } from './is-comment.ts'
import { contrasts, isMissing, saysDone, saysNotSo, sentencesOf } from './mail-meaning.ts'
import { namesNearDays } from './past-plan.ts'
import * as plan from './picture.ts'
import { keysIn, mailText, ticketsOf } from './relation.ts'
import { troubleOf } from './trouble.ts'
import { wordsOf } from './words.ts'

/** Words of its title that a mail must share before it speaks of a ticket that it does not name. */
const TITLE_WORDS = 2

/** Something said, by a mail or a comment: the sentence stands in the brief. */
export type Said = { brief: Brief; sentence: string }

/** `done`: the board says done, somebody says not. `claimed`: somebody says done, somebody else not. `days`: two days. */
export type Case = {
  kind: 'done' | 'claimed' | 'days'
  picture: plan.Picture
  ticket: TicketMatter
  /** What is said against the board, or against the other. */
  said: Said
  /** The other side, where a person said it; undefined: the board does. */
  other: Said | undefined
  board: Brief | undefined
  from: Person | undefined
}

export function caseOf(ticket: TicketMatter, picture: plan.Picture): Case | undefined {
  return isOpenTicket(ticket)
    ? (claimed(ticket, picture) ?? twoDays(ticket, picture))
    : doneButNot(ticket, picture)
}

/** The board says that it is done, and somebody who should know writes afterwards that it is not. */
function doneButNot(ticket: TicketMatter, picture: plan.Picture): Case | undefined {
  const board = plan.newest(ticket, (each) => each.kind === 'status' || each.kind === 'resolution')
  if (!board) return undefined
  for (const brief of [...talkOn(ticket, picture)].reverse()) {
    if (brief.at <= board.at) continue
    const sentence = sentencesOf(brief.text).find(saysNotSo)
    if (sentence) return { ...base('done', ticket, picture, { brief, sentence }), board, other: undefined }
  }
  return undefined
}

/** Somebody outside the team says that it is there, and somebody else writes afterwards that it is not. */
function claimed(ticket: TicketMatter, picture: plan.Picture): Case | undefined {
  const talk = talkOn(ticket, picture)
  for (const brief of talk) {
    if (!brief.mail || plan.personOf(picture, brief.email)?.class === 'team') continue
    const done = sentencesOf(brief.text).find((one) => saysDone(one) && !saysNotSo(one) && !one.includes('?'))
    const denial = talk.find((each) => each.at > brief.at && each.email !== brief.email && isDenial(each))
    const sentence = denial && sentencesOf(denial.text).find(denies)
    if (done && denial && sentence)
      return {
        ...base('claimed', ticket, picture, { brief: denial, sentence }),
        ...{ other: { brief, sentence: done }, board: undefined, from: plan.personOf(picture, brief.email) },
      }
  }
  return undefined
}

const denies = (sentence: string) =>
  isMissing(sentence) || saysNotSo(sentence) || troubleOf(sentence, { class: 'external' }) !== undefined
const isDenial = ({ text }: Brief) => sentencesOf(text).some(denies)

/** A mail sets another, later day against the one that the ticket or its milestone has. */
function twoDays(ticket: TicketMatter, picture: plan.Picture): Case | undefined {
  const zone = plan.zoneOf(picture)
  const ours = [ticket.ticket.dueDate, ...ticket.ticket.versions.map(({ releaseDate }) => releaseDate)]
  const own = ours.filter((day) => day !== null)
  for (const brief of mailsOn(ticket, picture).toReversed()) {
    const sentence = sentencesOf(brief.text).find((one) => {
      const days = datesIn(one, brief.at, zone).map(({ date }) => date)
      const known = days.find((day) => own.includes(day))
      return (
        known !== undefined &&
        contrasts(one) &&
        days.some((day) => day > known) &&
        !namesNearDays(one, brief.at, zone)
      )
    })
    const board = plan.newestOnBoard([ticket])
    if (sentence) return { ...base('days', ticket, picture, { brief, sentence }), board, other: undefined }
  }
  return undefined
}

function base(kind: Case['kind'], ticket: TicketMatter, picture: plan.Picture, said: Said) {
  return { kind, ticket, picture, said, from: plan.personOf(picture, said.brief.email) }
}

/** What people of the register wrote about it by mail, and what anybody wrote on it, oldest first. */
function talkOn(ticket: TicketMatter, picture: plan.Picture): Brief[] {
  const comments = ticket.briefs.filter((each) => isComment(each) && !each.tainted)
  return [...comments, ...mailsOn(ticket, picture)].sort((a, b) => a.at.localeCompare(b.at))
}

function mailsOn(ticket: TicketMatter, picture: plan.Picture): MailBrief[] {
  const byTicket = spoken.get(picture) ?? mailsByTicket(picture)
  spoken.set(picture, byTicket)
  return byTicket.get(ticket.id) ?? []
}

/** Sorted once for each picture: looking through every mail again for every ticket is what a flood can't afford. */
const spoken = new WeakMap<plan.Picture, Map<string, MailBrief[]>>()

/** What people of the register wrote, oldest first, by the tickets that it speaks of. */
function mailsByTicket(picture: plan.Picture): Map<string, MailBrief[]> {
  const found = new Map<string, MailBrief[]>()
  for (const mail of plan.received(picture)) {
    if (plan.personOf(picture, mail.email) === undefined) continue
    for (const id of spokenOf(mail, picture)) {
      const sofar = found.get(id) ?? []
      sofar.push(mail)
      found.set(id, sofar)
    }
  }
  return found
}

/** The tickets that it names; where it names none, the one of whose title it shares enough words, and of no other's more. */
function spokenOf(mail: MailBrief, { matters }: plan.Picture): Set<string> {
  const keys = keysIn(`${mail.title}\n${mail.text}`)
  if (keys.length > 0) return new Set(keys)
  const [best] = ticketsOf(mailText(mail), matters)
  if (!best) return new Set()
  const title = wordsOf(best.ticket.title)
  const shared = wordsOf(`${mail.title} ${mail.text}`).filter((word) => title.includes(word))
  return new Set(shared.length >= TITLE_WORDS ? [best.ticket.id] : [])
}
