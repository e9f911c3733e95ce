import { localDate } from '#src/domain/calendar.ts'
import type { CycleRecord } from '#src/domain/cycle.ts'
import { groupOf, type ActivityEvent, type EventGroup } from '#src/domain/event.ts'
import type { Pm, Project } from '#src/domain/project.ts'

const DAYS = 7
const EVENTS = 1000
const SHOWN = 200
/** A week of checks, one every quarter of an hour. */
const CHECKS = 672

export type ViewActivityDeps = {
  now(): Date
  pm(): Promise<Pm>
  events: { recent(asked: { now: Date; days: number; limit: number }): Promise<ActivityEvent[]> }
  cycles: { recent(asked: { now: Date; limit: number }): Promise<CycleRecord[]> }
  projects: { listActive(): Promise<Project[]> }
}

/** Null: not narrowed. */
export type ActivityFilter = { group: EventGroup | null; project: string | null }

export type Activity = {
  events: ActivityEvent[]
  /** Checks that found nothing, by local day (yyyy-MM-dd). */
  idle: { day: string; checks: number; failed: number }[]
  projects: Project[]
  /** More than is shown lies within the days. */
  more: boolean
}

/** What happened in the last seven days, newest first; checks that found nothing are only counted. */
export async function viewActivity(deps: ViewActivityDeps, filter: ActivityFilter): Promise<Activity> {
  const now = deps.now()
  const [pm, events, cycles, projects] = await Promise.all([
    deps.pm(),
    deps.events.recent({ now, days: DAYS, limit: EVENTS }),
    deps.cycles.recent({ now, limit: CHECKS }),
    deps.projects.listActive(),
  ])
  const wanted = events.filter((event) => passes(event, filter))
  return {
    events: wanted.slice(0, SHOWN),
    idle: idleByDay(cycles, pm.workingHours.timeZone),
    projects: projects.sort((a, b) => a.id.localeCompare(b.id)),
    more: wanted.length > SHOWN,
  }
}

function passes(event: ActivityEvent, { group, project }: ActivityFilter): boolean {
  if (group !== null && groupOf(event.kind) !== group) return false
  return project === null || event.projectId === project
}

function idleByDay(cycles: CycleRecord[], zone: string): Activity['idle'] {
  const days = new Map<string, { checks: number; failed: number }>()
  for (const { slot, ended } of cycles) {
    if (ended === 'active') continue
    const day = localDate(new Date(slot), zone)
    const { checks, failed } = days.get(day) ?? { checks: 0, failed: 0 }
    const isFailed = ended === 'failed'
    days.set(day, { checks: checks + (isFailed ? 0 : 1), failed: failed + (isFailed ? 1 : 0) })
  }
  return [...days].map(([day, counts]) => ({ day, ...counts }))
}
