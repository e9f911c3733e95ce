import { localDate } from '#src/domain/calendar.ts'
import { quoted, worked, type Brief, type MailBrief, type TicketMatter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import type { SuggestedAct } from '#src/domain/proposal.ts'
import { dayName, dayWords } from '#src/domain/day-words.ts'
import { awayOn, zoneOf, type OutOfOffice } from '#src/domain/reader-days.ts'
import * as part from './draft-parts.ts'
import { sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { keysIn } from './relation.ts'

/** Unchanged for this many working days, a ticket that somebody asks for is chased. */
const STALE_DAYS = 10
/** An automatic reply answers a mail of ours that is not older than this. */
const ANSWERS_DAYS = 5

type Chase = {
  key: string
  ticket: TicketMatter
  mail: MailBrief
  sentence: string
  owner: Person
  to: Person
  away: OutOfOffice | null
}

/** Somebody asks by mail for a ticket on which nothing has moved for a fortnight: whoever has it is asked once, for all of them. */
export function staleAndAsked(picture: plan.Picture): SuggestedAct[] {
  const asking = plan.received(picture).filter(({ signalId }) => picture.fresh.has(signalId))
  const found = asking.flatMap((mail) =>
    keysIn(`${mail.title}\n${mail.text}`).flatMap((key) => chase(key, mail, picture) ?? []),
  )
  const once = [...Map.groupBy(found, ({ key }) => key).values()].flatMap(([first]) => first ?? [])
  const together = [...Map.groupBy(once, ({ to }) => to.id).values()]
  return together.flatMap(([first, ...more]) => (first ? inOneMail(first, more, picture) : []))
}

function chase(key: string, mail: MailBrief, picture: plan.Picture): Chase | null {
  const ticket = plan.openTickets(picture).find((each) => each.id === key)
  const sentence = sentencesOf(mail.text).find((one) => keysIn(one).includes(key))
  const owner = plan.personOf(picture, ticket?.ticket.assignee?.email?.toLowerCase() ?? '')
  if (!ticket || !owner || !sentence || owner.id === plan.pmEmail(picture) || owner.neverContact) return null
  if (plan.workingDaysSince(ticket.ticket.changedAt, picture) < STALE_DAYS) return null
  const { to, away } = whoAnswers(owner, picture)
  if (owner.id === mail.email || to.id === mail.email) return null
  return { key, ticket, mail, sentence, owner, to, away }
}

/** Whoever has it; while they are away, their deputy, if the register knows one whom it may write to. */
function whoAnswers(owner: Person, picture: plan.Picture): { to: Person; away: OutOfOffice | null } {
  const away = awayOn(owner, localDate(picture.now, zoneOf(owner, picture.desk.workingHours)))
  const deputy = away?.deputy ? plan.personOf(picture, away.deputy) : undefined
  if (!deputy || deputy.neverContact || deputy.id === plan.pmEmail(picture)) return { to: owner, away: null }
  return { to: deputy, away }
}

function inOneMail(one: Chase, more: Chase[], picture: plan.Picture): SuggestedAct {
  const all = [one, ...more]
  const { key, ticket, mail } = one
  const since = (of: Chase) => dayWords(of.ticket.ticket.changedAt, plan.zoneOf(picture))
  const ask = (of: Chase) =>
    `${of.mail.by} asks for ${of.key} (${of.ticket.title}); it is unchanged since ${since(of)}.`
  const when = more.length === 0 ? 'When can it be there?' : 'When can they be there?'
  const text = `${all.map(ask).join(' ')} ${when} If something is in the way, please say what.`
  const subject = more.length === 0 ? `${key}: ${ticket.title}` : part.listed(all.map((each) => each.key))
  const act = part.mail([one.to], { subject, paragraphs: [...standsIn(one), text], answers: null }, picture)
  return {
    ...act,
    premise: {
      ...{ key, status: ticket.ticket.status, flagged: null, unowned: null },
      ...(more.length > 0 && {
        also: more.map((each) => ({ key: each.key, status: each.ticket.ticket.status })),
      }),
    },
    ...{ matterId: key, ref: key, rule: 'stale-and-asked@1' },
    ...{ episode: ticket.ticket.changedAt, since: mail.at },
    why: `${key}, unchanged since ${since(one)}, and ${mail.by} asks for it.`,
    evidence: all.flatMap((each) => evidenceOf(each.ticket, [quoted(each.mail, each.sentence)], since(each))),
  }
}

function evidenceOf(ticket: TicketMatter, quotes: SuggestedAct['evidence'], since: string) {
  const anchor = plan.newestOnBoard([ticket])
  return [...quotes, ...(anchor ? [worked(anchor, `${ticket.id} is unchanged since ${since}`)] : [])]
}

/** Why it is asked of somebody else than whoever has it. */
function standsIn({ owner, away }: Pick<Chase, 'owner' | 'away'>): string[] {
  if (!away) return []
  const until = away.until === null ? '' : ` until ${dayName(away.until)}`
  const named = away.by === 'automatic reply' ? 'and names you' : 'and you answer meanwhile'
  return [`${owner.name} is away${until} ${named}.`]
}

/** A mail of ours for a ticket was answered by a machine: whoever it names is asked the same, once. */
export function askedOfDeputies(picture: plan.Picture): SuggestedAct[] {
  return plan
    .openTickets(picture)
    .flatMap((ticket) =>
      ticket.briefs
        .filter((each) => each.kind === 'mail_automatic' && picture.fresh.has(each.signalId) && !each.tainted)
        .flatMap((reply) => ofDeputy(ticket, reply, picture) ?? []),
    )
}

function ofDeputy(ticket: TicketMatter, reply: Brief, picture: plan.Picture): SuggestedAct | null {
  const owner = plan.personOf(picture, reply.email)
  const asked = ticket.briefs.findLast((each) => isOurs(each, reply))
  const [named] = sentencesOf(reply.text)
  if (!owner || !asked || named === undefined) return null
  if (plan.workingDaysSince(asked.at, picture) > ANSWERS_DAYS) return null
  const { to, away } = whoAnswers(owner, picture)
  if (!away) return null
  const { id: key, title } = ticket
  const since = dayWords(ticket.ticket.changedAt, plan.zoneOf(picture))
  const text = `${owner.name} was asked about ${key} (${title}), unchanged since ${since}. Who takes it meanwhile, and when can it be there?`
  const draft = {
    subject: `${key}: ${title}`,
    paragraphs: [...standsIn({ owner, away }), text],
    answers: null,
  }
  return {
    ...part.mail([to], draft, picture),
    premise: { key, status: ticket.ticket.status, flagged: null, unowned: null },
    ...{ matterId: key, ref: key, rule: 'asked-of-deputy@1', episode: reply.signalId, since: reply.at },
    why: `${owner.name} is away and names ${to.name}.`,
    evidence: evidenceOf(ticket, [quoted(reply, named)], since),
  }
}

/** A mail that the agent sent to whoever replied, before they did. */
function isOurs(each: Brief, reply: Brief): boolean {
  const { mail } = each
  if (!each.ours || mail?.folder !== 'sentitems' || each.at > reply.at) return false
  return mail.to.some(({ email }) => email.toLowerCase() === reply.email)
}
