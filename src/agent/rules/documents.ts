import { workingDayMinutes, workingMinutesBetween, localDate } from '#src/domain/calendar.ts'
import type { ArtefactType, DocumentChange } from '#src/domain/artefact.ts'
import type { BacklogSummary, HighlightKind } from '#src/domain/backlog-summary.ts'
import type { DeliveryState, Rag } from '#src/domain/delivery-state.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { worked, type TicketMatter } from '#src/domain/matter.ts'
import type { DocumentUpdate } from '#src/domain/proposal.ts'
import * as part from './draft-parts.ts'
import { isSlipping } from './milestone-slip.ts'
import * as plan from './picture.ts'
import { isStarted } from './workflow-words.ts'

const RULE = 'documents@1'
const STALE_DAYS = 10
const NEW_DAYS = 3
const HIGHLIGHTS = 12

/** Delivery state and backlog summary as the tickets now say, section by section: only what differs is changed. */
export function documentUpdates(
  picture: plan.Picture,
  known: { delivery: DeliveryState; backlog: BacklogSummary },
): DocumentUpdate[] {
  const evidence = anchors(picture)
  if (evidence.length === 0) return []
  return [
    ...updateOf('delivery_state', known.delivery, deliveryOf(picture, known.delivery), evidence, picture),
    ...updateOf('backlog_summary', known.backlog, backlogOf(picture), evidence, picture),
  ]
}

const SECTION_WORDS: Record<string, string> = {
  rag: 'proposed RAG',
  nextActions: 'next actions',
  byStatus: 'counts',
  byPriority: 'counts',
  scopeNotes: 'scope notes',
}

function updateOf<T extends DeliveryState | BacklogSummary>(
  type: ArtefactType,
  before: T,
  after: T,
  evidence: Evidence[],
  picture: plan.Picture,
): DocumentUpdate[] {
  const old = new Map<string, unknown>(Object.entries(before))
  const changes = Object.entries(after).flatMap(([section, value]): DocumentChange[] =>
    JSON.stringify(old.get(section)) === JSON.stringify(value)
      ? []
      : [{ op: 'section', section, value, evidence }],
  )
  const words = [
    ...new Set(
      changes.map((each) => (each.op === 'section' ? (SECTION_WORDS[each.section] ?? each.section) : '')),
    ),
  ]
  const title = type === 'delivery_state' ? 'Delivery state' : 'Backlog summary'
  const [first] = evidence
  if (changes.length === 0 || !first) return []
  return [
    {
      ...{
        matterId: picture.projectId,
        ref: first.ref,
        artefactType: type,
        changes,
        rule: `${RULE}/${type}`,
      },
      summary: `${title}: ${words.join(', ')}`,
      episode: `${picture.now.toISOString()} ${type}`,
      since: picture.now.toISOString(),
    },
  ]
}

/** What the update rests on: what is new, or else the newest there is. */
function anchors(picture: plan.Picture): Evidence[] {
  const all = plan
    .tickets(picture)
    .flatMap((ticket) =>
      ticket.briefs.filter((each) => !each.mail && !each.ours).map((brief) => ({ brief, ticket })),
    )
  const fresh = all.filter(({ brief }) => picture.fresh.has(brief.signalId))
  const used = (fresh.length > 0 ? fresh : all)
    .sort((a, b) => b.brief.at.localeCompare(a.brief.at))
    .slice(0, 3)
  return used.map(({ brief, ticket }) =>
    worked(brief, `${ticket.id}: ${brief.text.split('\n')[0]?.slice(0, 120) ?? ''}`),
  )
}

function deliveryOf(picture: plan.Picture, before: DeliveryState): DeliveryState {
  const hours = picture.desk.workingHours
  const sprint = sprintOf(picture)
  const milestones = plan.milestones(picture).map((each) => milestoneOf(each, picture, before))
  const blockers = plan.openTickets(picture).filter(({ ticket }) => ticket.flagged)
  const risky = milestones.filter(({ status }) => status === 'at_risk' || status === 'delayed')
  const proposed = ragOf(risky.length, blockers.length, milestones)
  const open = plan.openTickets(picture).length
  return {
    rag: {
      value: before.rag.value,
      proposed: proposed === before.rag.value ? null : proposed,
      because:
        [
          ...risky.map(({ name }) => `${name} is at risk`),
          ...(blockers.length > 0 ? [`${part.count(blockers.length, 'ticket')} blocked`] : []),
        ].join('; ') || 'Nothing stands against the plan',
    },
    summary: [
      sprint
        ? `${sprint.name}: ${sprint.points.done} of ${sprint.points.total} points`
        : `${part.count(open, 'ticket')} open`,
      ...(blockers.length > 0 ? [`${part.count(blockers.length, 'blocker')}`] : []),
      ...(risky.length > 0 ? [`${part.listed(risky.map(({ name }) => name))} at risk`] : []),
    ].join(', '),
    sprint,
    milestones,
    blockers: blockers.map(({ id, title, ticket, briefs, unownedSince }) => ({
      key: id,
      title,
      owner: ticket.assignee?.name ?? null,
      raisedAt:
        briefs.findLast((each) => each.kind === 'flag' && each.after !== null)?.at ?? ticket.changedAt,
      waitsFor:
        ticket.blockedBy.length > 0
          ? `by ${part.listed(ticket.blockedBy)}`
          : unownedSince
            ? 'somebody to take it'
            : (ticket.assignee?.name ?? ''),
    })),
    metrics: { velocity: plan.velocity(picture).slice(-4), openTickets: open, openBlockers: blockers.length },
    nextActions: nextActions(picture, milestones, hours.timeZone),
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
  const { name, dueOn, tickets } = milestone
  const open = tickets.filter(({ ticket }) => ticket.statusCategory !== 'done')
  const old = before.milestones.find((each) => each.name === name)
  const moved =
    old && old.dueOn !== dueOn ? `, was ${part.dayName(old.dueOn, picture.desk.workingHours)}` : ''
  const notes =
    open.length === 0
      ? 'everything done'
      : `${part.count(open.length, 'ticket')} open${plan.pointsOf(open) > 0 ? `, ${plan.pointsOf(open)} points` : ''}${moved}`
  const status =
    open.length === 0
      ? 'completed'
      : dueOn < plan.today(picture)
        ? 'delayed'
        : isSlipping(milestone, picture)
          ? 'at_risk'
          : 'on_track'
  return { name, dueOn, status, notes }
}

function nextActions(picture: plan.Picture, milestones: DeliveryState['milestones'], zone: string): string[] {
  const blocked = plan
    .openTickets(picture)
    .filter(({ ticket, unownedSince }) => ticket.flagged && unownedSince)
  const due = plan
    .openTickets(picture)
    .filter(({ ticket }) => ticket.dueDate !== null && ticket.dueDate < localDate(picture.now, zone))
    .map(({ id, title }) => `${id} is past its date: ${title}`)
  return [
    ...blocked.map(({ id }) => `Find an owner for ${id}`),
    ...milestones
      .filter(({ status }) => status === 'at_risk')
      .map(({ name }) => `Decide what gives for ${name}`),
    ...due,
  ].slice(0, 5)
}

function backlogOf(picture: plan.Picture): BacklogSummary {
  const open = plan.openTickets(picture)
  const highlights = open.flatMap((ticket) => highlightOf(ticket, picture) ?? [])
  const sprint = plan.runningSprint(picture)
  const added = sprint ? sprint.tickets.filter(({ joinedAt }) => joinedAt > (sprint.startAt ?? '')) : []
  return {
    byStatus: counted(open.map(({ ticket }) => ticket.status)),
    byPriority: counted(open.map(({ ticket }) => ticket.priority ?? 'None')),
    highlights: highlights
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.key.localeCompare(b.key))
      .slice(0, HIGHLIGHTS),
    refinement: open
      .filter(
        ({ ticket }) => /story/i.test(ticket.issueType) && (ticket.points === null || !ticket.hasCriteria),
      )
      .map(({ id, title, ticket }) => ({
        key: id,
        title,
        lacks: [
          ...(ticket.points === null ? ['an estimate'] : []),
          ...(ticket.hasCriteria ? [] : ['acceptance criteria']),
        ].join(' and '),
      }))
      .slice(0, HIGHLIGHTS),
    scopeNotes:
      sprint && added.length > 0
        ? [`${part.listed(added.map(({ id }) => id))} came into ${sprint.name} after it began`]
        : [],
  }
}

const ORDER: HighlightKind[] = ['blocked', 'scope_creep', 'missing_criteria', 'stale', 'new']

function highlightOf(
  about: TicketMatter,
  picture: plan.Picture,
): BacklogSummary['highlights'][number] | undefined {
  const { id: key, title, ticket } = about
  const hours = picture.desk.workingHours
  const idle =
    workingMinutesBetween(new Date(ticket.changedAt), picture.now, hours) / workingDayMinutes(hours)
  const born = about.briefs.find((each) => each.kind === 'created' && !each.bootstrap)
  const said = (kind: HighlightKind, note: string, action: string) => ({ key, title, kind, note, action })
  if (ticket.flagged)
    return said(
      'blocked',
      about.unownedSince ? 'blocked, nobody on it' : `blocked, with ${ticket.assignee?.name ?? 'nobody'}`,
      'Find out what it waits for',
    )
  if (!ticket.hasCriteria && ticket.versions.length > 0 && /story/i.test(ticket.issueType))
    return said(
      'missing_criteria',
      `in ${ticket.versions[0]?.name ?? ''}, no acceptance criteria`,
      'Add what has to be true',
    )
  if (isStarted(ticket) && idle > STALE_DAYS)
    return said(
      'stale',
      `in ${ticket.status}, unchanged since ${part.dayName(localDate(new Date(ticket.changedAt), hours.timeZone), hours)}`,
      'Ask whether it is still worked on',
    )
  if (
    born &&
    workingMinutesBetween(new Date(born.at), picture.now, hours) < NEW_DAYS * workingDayMinutes(hours)
  )
    return said('new', 'new', 'Size it and give it a place')
  return undefined
}

function counted(names: string[]): { name: string; tickets: number }[] {
  const counts = Map.groupBy(names, (name) => name)
  return [...counts]
    .map(([name, list]) => ({ name, tickets: list.length }))
    .sort((a, b) => b.tickets - a.tickets || a.name.localeCompare(b.name))
}
