import { subDays } from 'date-fns/subDays'
import { isUrgent } from '#src/domain/attention.ts'
import type { Act } from '#src/domain/act.ts'
import { localDate, workingDayMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import type { CycleRecord } from '#src/domain/cycle.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import type { Pm, Project, WorkingHours } from '#src/domain/project.ts'
import type { Proof } from '#src/domain/proof.ts'
import type { SpotCheck } from '#src/domain/spot-check.ts'
import { openDecisions, type EscalationReader } from './open-decisions.ts'
import { healedOf, type Healed } from './read-lately.ts'
import { nextDates, type NextDate } from './next-dates.ts'
import { readDocuments, type ArtefactReader, type Documents } from './view-project.ts'

const EVENT_DAYS = 3
const EVENTS = 250
const LOWERED_DAYS = 7

/** What the first page needs. Everything is read, nothing is changed. */
export type TodayDeps = {
  now(): Date
  pm(): Promise<Pm>
  escalations: EscalationReader
  acts: { list(status: Act['status'], limit?: number): Promise<Act[]> }
  events: { recent(asked: { now: Date; days: number; limit: number }): Promise<ActivityEvent[]> }
  cycles: { recent(asked: { now: Date; limit: number }): Promise<CycleRecord[]> }
  projects: { listActive(): Promise<Project[]> }
  artefacts: ArtefactReader
  proofs: { latest(): Promise<Proof | undefined> }
  spotChecks: { ofProject(projectId: string): Promise<SpotCheck[]> }
}

/** A ticket that is blocked, what it waits for, and its age in whole working days. */
export type Blocked = {
  key: string
  projectId: string
  title: string
  owner: string | null
  waitsFor: string
  workingDays: number
}

/** A project and its documents as they stand. */
export type ProjectStand = { project: Project; documents: Documents }

/** What the checks of the local day have read. `since` is the first of them. */
export type ReadToday = { changes: number; since: string | null; raised: number }

/** Checks since a decision was last raised or answered, where that was on an earlier day. */
export type Quiet = { since: string; checks: number; failed: number }

/** Things done alone that the PM has not looked at yet, of a project's sample. */
export type ToLookAt = { project: Project; open: number }

export type Today = {
  open: Escalation[]
  /** Ids whose time is up within four working hours, or already was. */
  urgent: string[]
  /** Put off, the first to come back first. */
  later: Escalation[]
  held: Act[]
  /** How many acts wait for the PM's word. */
  awaiting: number
  done: Act[]
  events: ActivityEvent[]
  blocked: Blocked[]
  stands: ProjectStand[]
  dates: NextDate[]
  /** Mails and changes set aside in the days looked back on. */
  setAside: number
  read: ReadToday
  quiet: Quiet | null
  /** The last source that came back. */
  healed: Healed | null
  /** The latest checks, newest first. */
  checks: CycleRecord[]
  /** The last day that was looked back on, by what stands outside; null before the first. */
  proof: Proof | null
  look: ToLookAt[]
  /** Projects whose dial was lowered by rule lately, and not turned since. */
  lowered: Project[]
}

/** The picture of now, for Mission Control. */
export async function viewToday(deps: TodayDeps): Promise<Today> {
  const now = deps.now()
  const [pm, open, later, held, awaiting, done, events, cycles, projects, proof] = await Promise.all([
    deps.pm(),
    openDecisions(deps.escalations),
    deps.escalations.list('snoozed'),
    deps.acts.list('held'),
    deps.acts.list('awaiting'),
    deps.acts.list('done', 100),
    deps.events.recent({ now, days: EVENT_DAYS, limit: EVENTS }),
    deps.cycles.recent({ now, limit: 100 }),
    deps.projects.listActive(),
    deps.proofs.latest(),
  ])
  const { workingHours } = pm
  const stands = await standsOf(deps, projects)
  return {
    open,
    urgent: open.filter((each) => isUrgent(each, now, workingHours)).map((each) => each.id),
    later: later.sort((a, b) => backAt(a).localeCompare(backAt(b))),
    held: held.sort((a, b) => goesAt(a).localeCompare(goesAt(b))),
    awaiting: awaiting.length,
    ...{ done, events, stands },
    blocked: stands
      .flatMap((stand) => blockedOf(stand, now, workingHours))
      .sort((a, b) => b.workingDays - a.workingDays),
    dates: nextDates(stands, localDate(now, workingHours.timeZone)),
    setAside: events.filter((event) => event.kind === 'signal_set_aside').length,
    read: readToday(cycles, events, now, workingHours.timeZone),
    quiet: quietOf(cycles, events, now, workingHours.timeZone),
    healed: healedOf(cycles) ?? null,
    checks: cycles,
    proof: proof ?? null,
    look: await toLookAt(deps, projects),
    lowered: projects.filter((each) => isLowered(each, now)),
  }
}

const goesAt = (act: Act) => (act.status === 'held' ? act.heldUntil : act.updatedAt)

const backAt = (asked: Escalation) => (asked.status === 'snoozed' ? asked.until : '')

async function standsOf({ artefacts }: TodayDeps, projects: Project[]): Promise<ProjectStand[]> {
  const sorted = projects.sort((a, b) => a.id.localeCompare(b.id))
  return Promise.all(
    sorted.map(async (project) => ({ project, documents: await readDocuments(artefacts, project.id) })),
  )
}

function blockedOf({ project, documents }: ProjectStand, now: Date, hours: WorkingHours): Blocked[] {
  return (documents.delivery_state?.content.blockers ?? []).map(({ raisedAt, ...blocker }) => {
    const minutes = workingMinutesBetween(new Date(raisedAt), now, hours)
    return { ...blocker, projectId: project.id, workingDays: Math.floor(minutes / workingDayMinutes(hours)) }
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

const RULED = /^escalation_/

function quietOf(cycles: CycleRecord[], events: ActivityEvent[], now: Date, zone: string): Quiet | null {
  const last = events
    .filter(({ kind }) => RULED.test(kind))
    .map(({ at }) => at)
    .sort()
    .at(-1)
  if (!last || localDate(new Date(last), zone) === localDate(now, zone)) return null
  const since = cycles.filter(({ slot }) => slot > last)
  return { since: last, checks: since.length, failed: since.filter(({ ended }) => ended === 'failed').length }
}

async function toLookAt({ spotChecks }: TodayDeps, projects: Project[]): Promise<ToLookAt[]> {
  const found = projects.map(async (project) => {
    const open = (await spotChecks.ofProject(project.id)).filter(({ mark }) => mark === null).length
    return open > 0 ? [{ project, open }] : []
  })
  return (await Promise.all(found)).flat()
}

/** For a week, or until the PM turns it. */
function isLowered({ dialTurn: { by, demoted } }: Project, now: Date): boolean {
  return by === 'rule' && demoted !== null && demoted.at > subDays(now, LOWERED_DAYS).toISOString()
}
