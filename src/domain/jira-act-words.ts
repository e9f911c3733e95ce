import type { ActPayload } from './act.ts'
import { dayName } from './day-words.ts'
import type { FieldChange } from './jira-payload.ts'
import type { Person } from './person.ts'

type Worded = Extract<
  ActPayload,
  { kind: 'jira_assign' | 'jira_fields' | 'scope_change' | 'milestone_change' }
>

/** What an act without a text of its own does, in words: a heading and one sentence. */
export function jiraActWords(payload: Worded, people: readonly Person[]): { title: string; says: string } {
  switch (payload.kind) {
    case 'jira_assign': {
      const { key, assignee } = payload
      const name = people.find(({ id }) => id === assignee)?.name ?? assignee
      return name === null
        ? { title: `Unassign ${key}`, says: `Nobody will be assigned to ${key}.` }
        : { title: `Assign ${key} to ${name}`, says: `${key} will be ${name}’s.` }
    }
    case 'jira_fields':
      return fieldWords(payload.key, payload.change)
    case 'scope_change': {
      const { key, milestone, into } = payload
      return into
        ? { title: `${key} into ${milestone}`, says: `${key} will be part of ${milestone}.` }
        : { title: `${key} out of ${milestone}`, says: `${key} will no longer be part of ${milestone}.` }
    }
    case 'milestone_change': {
      const { milestone, dueOn } = payload
      return {
        title: `Move ${milestone} to ${dayWords(dueOn)}`,
        says: `${milestone} will be due on ${dayWords(dueOn)}.`,
      }
    }
  }
}

/** `yyyy-MM-dd` as people say it, with its year: it may be far off. */
const dayWords = (day: string) => `${dayName(day)} ${day.slice(0, 4)}`

function fieldWords(key: string, change: FieldChange): { title: string; says: string } {
  switch (change.field) {
    case 'flag':
      return change.on
        ? { title: `Flag ${key}`, says: `${key} will carry the flag “Impediment”.` }
        : { title: `Take the flag off ${key}`, says: `${key} will carry no flag.` }
    case 'due_date':
      return change.day === null
        ? { title: `No due date for ${key}`, says: `${key} will have no due date.` }
        : { title: `Due date of ${key}`, says: `${key} will be due on ${dayWords(change.day)}.` }
    case 'sprint':
      return change.sprint === null
        ? { title: `Move ${key} out of the sprint`, says: `${key} will be in the backlog.` }
        : {
            title: `Move ${key} into ${change.sprint.name}`,
            says: `${key} will be in ${change.sprint.name}.`,
          }
    case 'link':
      return change.on
        ? { title: `Link ${key}`, says: `${key} ${change.how} ${change.other}.` }
        : { title: `Unlink ${key}`, says: `${key} no longer ${change.how} ${change.other}.` }
  }
}
