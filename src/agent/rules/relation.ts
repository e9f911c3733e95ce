import {
  isOpenTicket,
  isTicket,
  type Brief,
  type MailBrief,
  type Matter,
  type TicketMatter,
} from '#src/domain/matter.ts'
import { isComment } from './is-comment.ts'
import { isTalk } from './picture.ts'
import { wordsOf } from './words.ts'

/** What of a mail says what it is about. */
export type MailText = { subject: string; text: string; people: string[] }

/** `word`: what of it is shared, where that is a part of a longer word. */
type Word = { weight: number; word?: string }

/** How strongly a mail must speak of a ticket before the two count as one matter. */
const ENOUGH = 6
/** A ticket that is named comes before every likeness. */
const NAMED = 1000
/** A word that more tickets than this share tells none of them apart. */
const MOST_TICKETS = 4
const TITLE_WEIGHT = 2
/** Shorter parts of words are in too many of them. */
const COMPOUND_PART = 6
const PERSON_WEIGHT = 1.5
const OPEN_WEIGHT = 1

export type Relation = { ticket: TicketMatter; score: number }

/** Every playbook asks the same of each mail, for each ticket: it is worked out once for a picture, and goes with it. */
const related = new WeakMap<Matter[], Map<string, Relation[]>>()

/**
 * The tickets a mail speaks of, strongest first: by rare words it shares with their titles and texts, and by who is on
 * them. A ticket it names outright comes before all.
 */
export function ticketsOf(mail: MailText, matters: Matter[]): Relation[] {
  const known = related.get(matters) ?? new Map<string, Relation[]>()
  related.set(matters, known)
  const key = JSON.stringify(mail)
  const found = known.get(key) ?? relationsOf(mail, matters)
  known.set(key, found)
  return found
}

function relationsOf(mail: MailText, matters: Matter[]): Relation[] {
  const tickets = matters.filter(isTicket)
  const index = indexOf(tickets)
  const keys = keysIn(`${mail.subject}\n${mail.text}`)
  const subject = new Set(wordsOf(mail.subject))
  const words = new Set([...subject, ...wordsOf(mail.text)])
  return tickets
    .map((ticket) => {
      if (keys.includes(ticket.id))
        return { ticket, score: NAMED + 10 - Math.min(9, keys.indexOf(ticket.id)) }
      const own = index.words.get(ticket.id) ?? new Map<string, Word>()
      let score = 0
      for (const word of words) {
        const shared = own.get(word) ?? inCompound(word, own)
        if (shared)
          score +=
            shared.weight * rarity(index.spread.get(shared.word ?? word) ?? 1) * (subject.has(word) ? 1.5 : 1)
      }
      if (score === 0) return { ticket, score }
      if (isOpenTicket(ticket)) score += OPEN_WEIGHT
      return { ticket, score: score + (isAmong(mail.people, ticket) ? PERSON_WEIGHT : 0) }
    })
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || a.ticket.id.localeCompare(b.ticket.id))
}

/** The open ticket a mail speaks of most. */
export function workOf(mail: MailBrief, matters: Matter[]): TicketMatter | undefined {
  return ticketsOf(mailText(mail), matters).find(({ ticket }) => isOpenTicket(ticket))?.ticket
}

/** Mails that speak of this ticket, oldest first: those in its matter, and others that come to it by name or words. */
export function mailsAbout(ticket: TicketMatter, matters: Matter[]): MailBrief[] {
  const mine = ticket.briefs.filter(isTalk)
  const others = matters
    .filter((each) => each.id !== ticket.id)
    .flatMap((each) => each.briefs.filter(isTalk))
    .filter((brief) => names(brief, ticket.id) || byWords(brief, matters) === ticket.id)
  return [...mine, ...others].sort((a, b) => a.at.localeCompare(b.at))
}

/** The ticket a mail speaks of by its words, whatever other ticket it names in passing. */
function byWords(brief: Brief, matters: Matter[]): string | undefined {
  const named = keysIn(brief.title)
  if (named.length > 0) return undefined
  return ticketsOf(mailText(brief), matters).find(({ score }) => score < NAMED)?.ticket.id
}

export function mailText(brief: Brief): MailText {
  const people = [
    brief.email,
    ...(brief.mail ? [...brief.mail.to, ...brief.mail.cc].map(({ email }) => email) : []),
  ]
  return { subject: brief.title, text: brief.text, people }
}

/** Ticket keys in a text, each once, in order. */
export function keysIn(text: string): string[] {
  return [...new Set(text.match(/\b[A-Z][A-Z0-9_]+-\d+\b/g) ?? [])]
}

function names(brief: Brief, key: string): boolean {
  return keysIn(`${brief.title}\n${brief.text}`).includes(key)
}

type Index = { words: Map<string, Map<string, Word>>; spread: Map<string, number> }

/** Built once for the same tickets of a project: a check asks each project for every mail. */
const latest = new Map<string, { key: string; index: Index }>()

function indexOf(tickets: TicketMatter[]): Index {
  const project = tickets[0]?.projectId ?? ''
  const key = tickets.map((each) => `${each.projectId}/${each.id}@${each.version}`).join()
  const known = latest.get(project)
  if (known?.key === key) return known.index
  const words = new Map(tickets.map((ticket) => [ticket.id, wordsOfTicket(ticket)]))
  const spread = new Map<string, number>()
  for (const own of words.values())
    for (const word of own.keys()) spread.set(word, (spread.get(word) ?? 0) + 1)
  const index = { words, spread }
  latest.set(project, { key, index })
  return index
}

function wordsOfTicket(ticket: TicketMatter): Map<string, Word> {
  const own = new Map<string, Word>()
  const said = ticket.briefs.filter(isComment).map((each) => each.text)
  for (const word of wordsOf([ticket.ticket.about, ...said].join('\n'))) own.set(word, { weight: 1 })
  for (const word of wordsOf(ticket.title)) own.set(word, { weight: TITLE_WEIGHT })
  return own
}

/** "Zollportal" speaks of a portal, and a "Testzertifikat" of a Zertifikat: half as clearly as the word itself. */
function inCompound(word: string, own: Map<string, Word>): Word | undefined {
  if (word.length < COMPOUND_PART) return undefined
  for (const [known, { weight }] of own) {
    const [short, long] = known.length < word.length ? [known, word] : [word, known]
    if (short.length >= COMPOUND_PART && long.length >= short.length + 3 && long.endsWith(short))
      return { weight: weight / 2, word: known }
  }
  return undefined
}

function rarity(tickets: number): number {
  return tickets > MOST_TICKETS ? 0 : 2 / Math.sqrt(tickets)
}

function isAmong(people: string[], { ticket }: TicketMatter): boolean {
  const ours = [ticket.assignee?.email, ticket.reporter?.email].flatMap((email) =>
    email ? [email.toLowerCase()] : [],
  )
  return people.some((email) => ours.includes(email))
}
