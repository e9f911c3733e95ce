import { workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import { quoted, type TicketMatter } from '#src/domain/matter.ts'
import type { SuggestedAct } from '#src/domain/proposal.ts'
import * as part from './draft-parts.ts'
import * as plan from './picture.ts'
import { askedOfDeputies, staleAndAsked } from './routine-chases.ts'
import { isStarted } from './workflow-words.ts'

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
      ...askedOfDeputies(picture),
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
      ...part.comment(ticket, text),
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
      ...part.comment(ticket, text),
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
