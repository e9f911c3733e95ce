import { workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import { quoted, worked, type MailBrief, type TicketMatter } from '#src/domain/matter.ts'
import type { SuggestedAct } from '#src/domain/proposal.ts'
import { dayWords } from './day-words.ts'
import * as part from './draft-parts.ts'
import { sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { keysIn } from './relation.ts'
import { isStarted } from './workflow-words.ts'

/** Unchanged for this many working days, a ticket that somebody asks for is chased. */
const STALE_DAYS = 10
/** A milestone this near is what a ticket without criteria would hold up. */
const NEAR_DAYS = 20

/** The routine follow-up that needs no decision: each act says what made it, and goes through the executor. */
export const routineActs: plan.Playbook = (picture) => {
  const fresh = plan.openTickets(picture).filter((ticket) => plan.isFresh(picture, ticket))
  return {
    acts: [
      ...fresh.flatMap((ticket) => startedWithoutOwner(ticket, picture)),
      ...fresh.flatMap((ticket) => criteriaMissing(ticket, picture)),
      ...staleAndAsked(picture),
    ],
  }
}

/** Work was begun and nobody's name is on it, so the ticket is asked whose it is. */
function startedWithoutOwner(ticket: TicketMatter, picture: plan.Picture): SuggestedAct[] {
  if (!ticket.unownedSince || !isStarted(ticket.ticket) || ticket.ticket.flagged) return []
  const moved = plan.newest(ticket, (each) => each.kind === 'status' && each.after === ticket.ticket.status)
  if (!moved || !picture.fresh.has(moved.signalId)) return []
  const text = `${ticket.id} is in ${ticket.ticket.status} and nobody is assigned to it. Please assign whoever is working on it.`
  return [
    {
      ...part.comment(ticket, text, picture),
      premise: { key: ticket.id, status: ticket.ticket.status, flagged: false, unowned: true },
      ...{
        matterId: ticket.id,
        ref: ticket.id,
        rule: 'started-without-owner@2',
        episode: moved.signalId,
        since: moved.at,
      },
      why: `${ticket.id} was started and nobody is on it.`,
      evidence: [quoted(moved, moved.text)],
    },
  ]
}

/** A ticket came into a milestone that is near, and does not say when it would be accepted. */
function criteriaMissing(ticket: TicketMatter, picture: plan.Picture): SuggestedAct[] {
  if (ticket.ticket.hasCriteria || !/story|feature|requirement/i.test(ticket.ticket.issueType)) return []
  const { desk, now } = picture
  const near = ticket.ticket.versions.find(({ name, releaseDate, released }) => {
    if (!releaseDate || released || releaseDate < plan.today(picture)) return false
    const left = workingMinutesBetween(now, part.noonOf(releaseDate, desk.workingHours), desk.workingHours)
    const entered = plan.newest(ticket, (each) => each.after === name && picture.fresh.has(each.signalId))
    return entered !== undefined && left <= NEAR_DAYS * workingDayMinutes(desk.workingHours)
  })
  const entered = near && plan.newest(ticket, (each) => each.after === near.name)
  if (!near?.releaseDate || !entered) return []
  const day = part.dayName(near.releaseDate, desk.workingHours)
  const text = `${ticket.id} is in ${near.name}, due ${day}, and has no acceptance criteria yet. Please add what has to be true for it to be accepted.`
  return [
    {
      ...part.comment(ticket, text, picture),
      ...{
        matterId: ticket.id,
        ref: ticket.id,
        rule: 'criteria-missing@1',
        episode: near.name,
        since: entered.at,
      },
      why: `${near.name} on ${day} would be entered without acceptance criteria.`,
      evidence: [quoted(entered, entered.text)],
    },
  ]
}

/** Somebody asks by mail for a ticket on which nothing has moved for a fortnight: whoever has it is asked once. */
function staleAndAsked(picture: plan.Picture): SuggestedAct[] {
  const asking = plan.received(picture).filter(({ signalId }) => picture.fresh.has(signalId))
  return asking.flatMap((mail) =>
    keysIn(`${mail.title}\n${mail.text}`).flatMap((key) => chase(key, mail, picture)),
  )
}

function chase(key: string, mail: MailBrief, picture: plan.Picture): SuggestedAct[] {
  const ticket = plan.openTickets(picture).find((each) => each.id === key)
  const sentence = sentencesOf(mail.text).find((one) => keysIn(one).includes(key))
  const owner = plan.personOf(picture, ticket?.ticket.assignee?.email?.toLowerCase() ?? '')
  if (
    !ticket ||
    !owner ||
    !sentence ||
    owner.id === mail.email ||
    owner.id === plan.pmEmail(picture) ||
    owner.neverContact
  )
    return []
  if (plan.workingDaysSince(ticket.ticket.changedAt, picture) < STALE_DAYS) return []
  const since = dayWords(ticket.ticket.changedAt, plan.zoneOf(picture))
  const anchor = plan.newestOnBoard([ticket])
  const act = part.mail(
    [owner],
    {
      subject: `${key}: ${ticket.title}`,
      paragraphs: [
        `${mail.by} asks for ${key} (${ticket.title}); it is unchanged since ${since}. When can it be there? If something is in the way, please say what.`,
      ],
      answers: null,
    },
    picture,
  )
  return [
    {
      ...act,
      premise: { key, status: ticket.ticket.status, flagged: null, unowned: null },
      ...{
        matterId: key,
        ref: key,
        rule: 'stale-and-asked@1',
        episode: ticket.ticket.changedAt,
        since: mail.at,
      },
      why: `${key}, unchanged since ${since}, and ${mail.by} asks for it.`,
      evidence: [
        quoted(mail, sentence),
        ...(anchor ? [worked(anchor, `${key} is unchanged since ${since}`)] : []),
      ],
    },
  ]
}
