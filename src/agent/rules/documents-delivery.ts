import { localDate } from '#src/domain/calendar.ts'
import type { DeliveryState, Rag } from '#src/domain/delivery-state.ts'
import type { TicketMatter } from '#src/domain/matter.ts'
import * as part from './draft-parts.ts'
import { isSlipping } from './milestone-slip.ts'
import { bareSubject } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { isAnswered, promisesIn } from './promise-past.ts'
import { isStarted } from './workflow-words.ts'

/** Where delivery stands by sprint, milestones and blockers. The RAG is the PM's: another one is only proposed. */
export function deliveryOf(picture: plan.Picture, before: DeliveryState): DeliveryState {
  const open = plan.openTickets(picture)
  const sprint = sprintOf(picture)
  const milestones = plan.milestones(picture).map((each) => milestoneOf(each, picture, before))
  const blockers = open.filter(({ ticket }) => ticket.flagged)
  const risky = milestones
    .filter(({ status }) => status === 'at_risk' || status === 'delayed')
    .map(({ name }) => name)
  const proposed = ragOf(risky.length, blockers.length, milestones)
  const because = [
    ...risky.map((name) => `${name} is at risk`),
    ...(blockers.length > 0 ? [`${part.count(blockers.length, 'ticket')} blocked`] : []),
  ]
  const summary = [
    sprint
      ? `${sprint.name}: ${sprint.points.done} of ${sprint.points.total} points`
      : `${part.count(open.length, 'ticket')} open`,
    ...(blockers.length > 0 ? [part.count(blockers.length, 'blocker')] : []),
    ...(risky.length > 0 ? [`${part.listed(risky)} at risk`] : []),
  ]
  return {
    rag: {
      value: before.rag.value,
      proposed: proposed === before.rag.value ? null : proposed,
      because: because.join('; ') || 'Nothing stands against the plan',
    },
    summary: summary.join(', '),
    sprint,
    milestones,
    blockers: blockers.map(blockerOf),
    metrics: {
      velocity: plan.velocity(picture).slice(-4),
      openTickets: open.length,
      openBlockers: blockers.length,
    },
    nextActions: nextActions(picture, milestones),
    promises: promisesIn(picture)
      .filter((each) => !isAnswered(each, picture))
      .map(({ to, mail, dueOn }) => ({ to: to.name, about: bareSubject(mail.title), dueOn }))
      .sort((a, b) => a.dueOn.localeCompare(b.dueOn)),
  }
}

function blockerOf(about: TicketMatter): DeliveryState['blockers'][number] {
  const { id, title, ticket, unownedSince } = about
  const somebody = unownedSince ? 'somebody to take it' : (ticket.assignee?.name ?? '')
  return {
    key: id,
    title,
    owner: ticket.assignee?.name ?? null,
    raisedAt: plan.flagOn(about)?.at ?? ticket.changedAt,
    waitsFor: ticket.blockedBy.length > 0 ? `by ${part.listed(ticket.blockedBy)}` : somebody,
  }
}

function ragOf(risky: number, blocked: number, milestones: DeliveryState['milestones']): Rag {
  if (milestones.some(({ status }) => status === 'delayed') || risky > 1) return 'red'
  return risky > 0 || blocked > 0 ? 'amber' : 'green'
}

function sprintOf(picture: plan.Picture): DeliveryState['sprint'] {
  const sprint = plan.runningSprint(picture)
  if (!sprint?.startAt || !sprint.endAt) return null
  const zone = plan.zoneOf(picture)
  const where = (wanted: (ticket: TicketMatter) => boolean) => plan.pointsOf(sprint.tickets.filter(wanted))
  return {
    name: sprint.name,
    goal: sprint.goal,
    startsOn: localDate(new Date(sprint.startAt), zone),
    endsOn: localDate(new Date(sprint.endAt), zone),
    points: {
      total: where(() => true),
      done: where(({ ticket }) => ticket.statusCategory === 'done'),
      inProgress: where(({ ticket }) => isStarted(ticket)),
      blocked: where(({ ticket }) => ticket.flagged && ticket.statusCategory !== 'done'),
      added: plan.pointsOf(sprint.tickets.filter(({ joinedAt }) => joinedAt > (sprint.startAt ?? ''))),
    },
  }
}

function milestoneOf(
  milestone: plan.Milestone,
  picture: plan.Picture,
  before: DeliveryState,
): DeliveryState['milestones'][number] {
  const { name, tickets } = milestone
  const open = tickets.filter(({ ticket }) => ticket.statusCategory !== 'done')
  const old = before.milestones.find((each) => each.name === name)
  // The PM's word stands until the tracker says the same: a release that is moved changes none of its tickets.
  const agreed = old?.agreedOn === milestone.dueOn ? undefined : old?.agreedOn
  const dueOn = agreed ?? milestone.dueOn
  const moved =
    old && old.dueOn !== dueOn ? `, was ${part.dayName(old.dueOn, picture.desk.workingHours)}` : ''
  const points = plan.pointsOf(open) > 0 ? `, ${plan.pointsOf(open)} points` : ''
  const notes =
    open.length === 0 ? 'everything done' : `${part.count(open.length, 'ticket')} open${points}${moved}`
  const status = statusOf({ ...milestone, dueOn }, open.length, picture)
  return { name, dueOn, status, notes, ...(agreed === undefined ? {} : { agreedOn: agreed }) }
}

function statusOf(
  milestone: plan.Milestone,
  open: number,
  picture: plan.Picture,
): DeliveryState['milestones'][number]['status'] {
  if (open === 0) return 'completed'
  if (milestone.dueOn < plan.today(picture)) return 'delayed'
  return isSlipping(milestone, picture) ? 'at_risk' : 'on_track'
}

function nextActions(picture: plan.Picture, milestones: DeliveryState['milestones']): string[] {
  const blocked = plan
    .openTickets(picture)
    .filter(({ ticket, unownedSince }) => ticket.flagged && unownedSince)
  const due = plan
    .openTickets(picture)
    .filter(({ ticket }) => ticket.dueDate !== null && ticket.dueDate < plan.today(picture))
    .map(({ id, title }) => `${id} is past its date: ${title}`)
  return [
    ...blocked.map(({ id }) => `Find an owner for ${id}`),
    ...milestones
      .filter(({ status }) => status === 'at_risk')
      .map(({ name }) => `Decide what gives for ${name}`),
    ...due,
  ].slice(0, 5)
}
