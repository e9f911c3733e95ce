import { localDate, workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import {
  isOpenTicket,
  isTicket,
  type Brief,
  type MailBrief,
  type Matter,
  type TicketMatter,
} from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import type { EscalationDraft } from '#src/domain/escalation.ts'
import type { BoardSprint, JiraSprint } from '#src/domain/jira-issue.ts'
import type { DocumentUpdate, Over, SuggestedAct } from '#src/domain/proposal.ts'
import type { Desk } from '../messages.ts'

/** What a playbook may look at: one project as it stands, and what of it is new in this check. */
export type Picture = {
  projectId: string
  matters: Matter[]
  people: Person[]
  /** The running and coming sprints of its boards; empty where it has none, or none was read yet. */
  board: BoardSprint[]
  /** Ids of the signals that are new; empty when only time has passed. */
  fresh: ReadonlySet<string>
  desk: Desk
  now: Date
}

/** What a playbook makes of a picture. */
export type Findings = {
  drafts: EscalationDraft[]
  over: Over[]
  acts: SuggestedAct[]
  updates: DocumentUpdate[]
}

export type Playbook = (picture: Picture) => Partial<Findings>

/** A dated fix version that has not been released, with its tickets. `dueOn` is yyyy-mm-dd. */
export type Milestone = { name: string; dueOn: string; tickets: TicketMatter[] }

export function zoneOf({ desk }: Picture): string {
  return desk.workingHours.timeZone
}

/** As people's addresses are written in mails and in the register. */
export function pmEmail({ desk }: Picture): string {
  return desk.pmEmail.toLowerCase()
}

export function today(picture: Picture): string {
  return localDate(picture.now, zoneOf(picture))
}

/** Working days that have gone by since then, with the part of a day that has begun. */
export function workingDaysSince(at: string | Date, { now, desk }: Picture): number {
  return workingMinutesBetween(new Date(at), now, desk.workingHours) / workingDayMinutes(desk.workingHours)
}

export function openTickets({ matters }: Picture): TicketMatter[] {
  return matters.filter(isOpenTicket)
}

export function tickets({ matters }: Picture): TicketMatter[] {
  return matters.filter(isTicket)
}

/** The soonest first. */
export function milestones(picture: Picture): Milestone[] {
  const found = new Map<string, Milestone>()
  for (const ticket of tickets(picture))
    for (const version of ticket.ticket.versions) {
      if (version.releaseDate === null || version.released) continue
      const known = found.get(version.name) ?? { name: version.name, dueOn: version.releaseDate, tickets: [] }
      found.set(version.name, { ...known, tickets: [...known.tickets, ticket] })
    }
  return [...found.values()].sort((a, b) => a.dueOn.localeCompare(b.dueOn))
}

export type Sprint = Omit<JiraSprint, 'joinedAt'> & { tickets: (TicketMatter & { joinedAt: string })[] }

/** Every sprint of a board, or that a ticket is in, the earliest first; those without dates last. */
export function sprints(picture: Picture): Sprint[] {
  const found = new Map<string, Sprint>(picture.board.map((each) => [each.id, { ...each, tickets: [] }]))
  for (const ticket of tickets(picture))
    for (const { joinedAt, ...sprint } of ticket.ticket.sprints) {
      const known = found.get(sprint.id) ?? { ...sprint, tickets: [] }
      found.set(sprint.id, { ...known, tickets: [...known.tickets, { ...ticket, joinedAt }] })
    }
  return [...found.values()].sort((a, b) => (a.startAt ?? '~').localeCompare(b.startAt ?? '~'))
}

/** The sprint that is running now. */
export function runningSprint(picture: Picture): Sprint | undefined {
  const now = picture.now.toISOString()
  return sprints(picture).find(
    ({ startAt, endAt }) => startAt !== null && startAt <= now && endAt !== null && now < endAt,
  )
}

/** The next sprint that has not begun. */
export function nextSprint(picture: Picture): Sprint | undefined {
  const now = picture.now.toISOString()
  return sprints(picture).find(({ startAt }) => startAt !== null && startAt > now)
}

/** The sprint a ticket is in now or will be in, as it stands. */
export function plannedSprint(ticket: TicketMatter, picture: Picture): JiraSprint | undefined {
  const now = picture.now.toISOString()
  return ticket.ticket.sprints.findLast(({ endAt }) => endAt !== null && endAt > now)
}

/** Points done in each sprint that has ended, the oldest first: what was finished before it closed. */
export function velocity(picture: Picture): { sprint: string; points: number }[] {
  const now = picture.now.toISOString()
  return sprints(picture)
    .filter(({ startAt, endAt }) => startAt !== null && endAt !== null && endAt <= now)
    .map((sprint) => ({
      sprint: sprint.name,
      points: sprint.tickets
        .filter((ticket) => isDoneWithin(ticket, sprint))
        .reduce((sum, { ticket }) => sum + (ticket.points ?? 0), 0),
    }))
}

/** Done before the sprint closed, and in no later one. */
export function isDoneWithin(ticket: TicketMatter, sprint: Sprint): boolean {
  if (ticket.ticket.statusCategory !== 'done') return false
  const last = ticket.ticket.sprints.findLast(({ startAt }) => startAt !== null)
  return last?.id === sprint.id
}

export function pointsOf(list: TicketMatter[]): number {
  return list.reduce((sum, { ticket }) => sum + (ticket.points ?? 0), 0)
}

/** The ticket of most points, of those that nobody has begun. */
export function heaviestNew<T extends TicketMatter>(list: T[]): T | undefined {
  return list
    .filter((each) => each.ticket.statusCategory === 'new')
    .sort((a, b) => (b.ticket.points ?? 0) - (a.ticket.points ?? 0) || a.id.localeCompare(b.id))[0]
}

const NO_TALK = /^mail_(automatic|bulk|unanswered)$/
/** A person's mail, read whole: not a machine's, not the crowd's, not ours, nothing of it set aside. */
export function isTalk(brief: Brief): brief is MailBrief {
  return brief.mail !== null && !NO_TALK.test(brief.kind) && !brief.tainted && !brief.ours
}

/** Mails of people, both ways, oldest first. */
export function mails({ matters }: Picture): MailBrief[] {
  return matters.flatMap((each) => each.briefs.filter(isTalk)).sort(byTime)
}

/** Mails of people that came in, oldest first. */
export function received(picture: Picture): MailBrief[] {
  return mails(picture).filter(({ mail }) => mail.folder === 'inbox')
}

/** What the PM sent, also by way of the workbench, oldest first. */
export function sentMails({ matters }: Picture): MailBrief[] {
  return matters
    .flatMap((each) => each.briefs)
    .filter((each): each is MailBrief => each.mail?.folder === 'sentitems' && !NO_TALK.test(each.kind))
    .sort(byTime)
}

const byTime = (a: Brief, b: Brief) => a.at.localeCompare(b.at)

/** The newest of these that is not a mail: what a figure worked out from tickets rests on. */
export function newestOnBoard(list: Matter[]): Brief | undefined {
  return list
    .flatMap((each) => each.briefs.filter(({ mail }) => !mail))
    .sort(byTime)
    .at(-1)
}

/** The matter a mail was joined to. */
export function matterOf({ signalId }: MailBrief, { matters }: Picture): Matter | undefined {
  return matters.find(({ briefs }) => briefs.some((each) => each.signalId === signalId))
}

export function personOf({ people }: Picture, email: string): Person | undefined {
  return people.find((person) => person.id === email)
}

/** The newest word on a ticket of a kind. */
export function newest(of: Matter, wanted: (brief: Brief) => boolean): Brief | undefined {
  return of.briefs.findLast(wanted)
}

/** The flag by which a ticket was last blocked. */
export function flagOn(of: Matter): Brief | undefined {
  return newest(of, (each) => each.kind === 'flag' && each.after !== null)
}

/** Something of the matter is new in this check. */
export function isFresh({ fresh }: Picture, of: Matter): boolean {
  return of.briefs.some((each) => fresh.has(each.signalId))
}
