import type { Project } from '#src/domain/project.ts'
import type { DeliveryState } from '#src/domain/delivery-state.ts'
import type { Documents } from './view-project.ts'

/** Dates shown. Source: screens.md, Mission Control. */
const SHOWN = 5

/** A day that matters, `yyyy-mm-dd`, and what is due then. */
export type NextDate = {
  projectId: string
  day: string
  what: string
  status: DeliveryState['milestones'][number]['status'] | null
}

/** The next dates of all projects, the first first: milestones, ends of sprints, what the RAID logs have due, the PM's reminders. */
export function nextDates(stands: { project: Project; documents: Documents }[], today: string): NextDate[] {
  return stands
    .flatMap(({ project, documents }) => datesOf(project.id, documents))
    .filter(({ day, status }) => day >= today && status !== 'completed')
    .sort((a, b) => a.day.localeCompare(b.day))
    .slice(0, SHOWN)
}

function datesOf(projectId: string, { delivery_state, raid_log, decision_log }: Documents): NextDate[] {
  const { milestones = [], sprint } = delivery_state?.content ?? {}
  const due = (raid_log?.content.items ?? []).filter(
    (item) => item.dueAt !== null && (item.status === 'open' || item.status === 'mitigating'),
  )
  const reminders = (decision_log?.content.entries ?? []).flatMap(({ remindOn, decision }) =>
    remindOn === null ? [] : [{ projectId, day: remindOn, what: `Your reminder: ${decision}`, status: null }],
  )
  return [
    ...reminders,
    ...milestones.map(({ name, dueOn, status }) => ({ projectId, day: dueOn, what: name, status })),
    ...(sprint ? [{ projectId, day: sprint.endsOn, what: `${sprint.name} ends`, status: null }] : []),
    ...due.map(({ title, dueAt }) => ({
      projectId,
      day: (dueAt ?? '').slice(0, 10),
      what: title,
      status: null,
    })),
  ]
}
