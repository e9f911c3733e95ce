import type { ActionType } from './boundary.ts'
import { workingDayMinutes, workingMinutesBetween } from './calendar.ts'
import type { Matter } from './matter.ts'
import type { WorkingHours } from './project.ts'

const DAYS_BETWEEN_COMMENTS = 3

/** What good manners say against an act that the agent would do alone, in words. Source: product.md, Manners. */
export function mannersAgainst(type: ActionType, about: Matter, now: Date, hours: WorkingHours): string[] {
  if (type !== 'jira_comment' && type !== 'jira_status_change') return []
  const against: string[] = []
  if (about.context.statusCategory === 'done') against.push(`${about.id} is done`)
  if (type === 'jira_status_change' && about.context.assignee)
    against.push(`${about.id} is ${about.context.assignee.name}'s`)
  if (type === 'jira_comment' && about.commentedAt && within(about.commentedAt, now, hours))
    against.push(`${about.id} was commented on within ${DAYS_BETWEEN_COMMENTS} working days`)
  return against
}

function within(since: string, now: Date, hours: WorkingHours): boolean {
  const minutes = workingMinutesBetween(new Date(since), now, hours)
  return minutes < DAYS_BETWEEN_COMMENTS * workingDayMinutes(hours)
}
