import { subDays } from 'date-fns'
import type { Act } from '#src/domain/act.ts'
import type { Artefact } from '#src/domain/artefact.ts'
import { localDate, workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import type { CycleRecord } from '#src/domain/cycle.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import type { Pm, Project, WorkingHours } from '#src/domain/project.ts'
import { openDecisions, type EscalationReader } from './open-decisions.ts'

const EVENT_DAYS = 3
const EVENTS = 100
const URGENT_MINUTES = 240

/** What the first page needs. Everything is read, nothing is changed. */
export type TodayDeps = {
  now(): Date
  pm(): Promise<Pm>
  escalations: EscalationReader
  acts: { list(status: Act['status'], limit?: number): Promise<Act[]> }
  events: { recent(asked: { now: Date; days: number; limit: number }): Promise<ActivityEvent[]> }
  cycles: { recent(asked: { now: Date; limit: number }): Promise<CycleRecord[]> }
  projects: { listActive(): Promise<Project[]> }
  artefacts: { get(projectId: string, type: 'raid_log'): Promise<Artefact | undefined> }
}

/** An open issue of a RAID log and its age in whole working days. */
export type Blocked = {
  id: string
  projectId: string
  title: string
  owner: string | null
  workingDays: number
}

/** What the checks of the local day have read. `since` is the first of them. */
export type ReadToday = { changes: number; since: string | null; raised: number }

/** Acts of the local day before this one, for the proof line. */
export type Proof = { acts: number; outside: number; stopped: number; undone: number }

export type Today = {
  open: Escalation[]
  /** Ids whose time is up within four working hours, or already was. */
  urgent: string[]
  held: Act[]
  done: Act[]
  events: ActivityEvent[]
  blocked: Blocked[]
  projects: Project[]
  read: ReadToday
  yesterday: Proof
}

/** The picture of now, for Mission Control. */
export async function viewToday(deps: TodayDeps): Promise<Today> {
  const now = deps.now()
  const [pm, open, held, done, cancelled, events, cycles, projects] = await Promise.all([
    deps.pm(),
    openDecisions(deps.escalations),
    deps.acts.list('held'),
    deps.acts.list('done', 100),
    deps.acts.list('cancelled', 100),
    deps.events.recent({ now, days: EVENT_DAYS, limit: EVENTS }),
    deps.cycles.recent({ now, limit: 100 }),
    deps.projects.listActive(),
  ])
  const { workingHours } = pm
  return {
    open,
    urgent: open.filter((each) => isUrgent(each, now, workingHours)).map((each) => each.id),
    held: held.sort((a, b) => goesAt(a).localeCompare(goesAt(b))),
    done,
    events,
    blocked: await blockedIssues(deps, projects, now, workingHours),
    projects: projects.sort((a, b) => a.id.localeCompare(b.id)),
    read: readToday(cycles, events, now, workingHours.timeZone),
    yesterday: proofOf([...done, ...cancelled], events, subDays(now, 1), workingHours.timeZone),
  }
}

function isUrgent({ decideBy }: Escalation, now: Date, hours: WorkingHours): boolean {
  return decideBy !== null && workingMinutesBetween(now, new Date(decideBy), hours) <= URGENT_MINUTES
}

const goesAt = (act: Act) => (act.status === 'held' ? act.heldUntil : act.updatedAt)

async function blockedIssues(
  { artefacts }: TodayDeps,
  projects: Project[],
  now: Date,
  hours: WorkingHours,
): Promise<Blocked[]> {
  const logs = await Promise.all(projects.map((project) => artefacts.get(project.id, 'raid_log')))
  return logs
    .flatMap((log) => (log?.content.items ?? []).map((item) => ({ item, projectId: log?.projectId ?? '' })))
    .filter(({ item }) => item.kind === 'issue' && (item.status === 'open' || item.status === 'mitigating'))
    .sort((a, b) => a.item.raisedAt.localeCompare(b.item.raisedAt))
    .map(({ item: { id, title, owner, raisedAt }, projectId }) => {
      const minutes = workingMinutesBetween(new Date(raisedAt), now, hours)
      return { id, projectId, title, owner, workingDays: Math.floor(minutes / workingDayMinutes(hours)) }
    })
}

function readToday(cycles: CycleRecord[], events: ActivityEvent[], now: Date, zone: string): ReadToday {
  const isToday = (at: string) => localDate(new Date(at), zone) === localDate(now, zone)
  const checks = cycles.filter((cycle) => isToday(cycle.slot))
  const readings = checks.flatMap((cycle) => cycle.readings)
  return {
    changes: readings.reduce((sum, reading) => sum + reading.changed, 0),
    since: checks.at(-1)?.startedAt ?? null,
    raised: events.filter((event) => event.kind === 'escalation_raised' && isToday(event.at)).length,
  }
}

function proofOf(acts: Act[], events: ActivityEvent[], day: Date, zone: string): Proof {
  const onDay = (at: string) => localDate(new Date(at), zone) === localDate(day, zone)
  const those = acts.filter((act) => onDay(act.updatedAt))
  const done = those.filter((act) => act.status === 'done')
  return {
    acts: done.length,
    outside: done.filter((act) => act.gate.boundary === 'never').length,
    stopped: those.filter((act) => act.status === 'cancelled').length,
    undone: events.filter((event) => event.kind === 'escalation_undone' && onDay(event.at)).length,
  }
}
