import { z } from 'zod'

/** What may have happened to a ticket: the closed union of the scenario contract (architecture.md). */
export const jiraKind = z.enum([
  'created',
  'status',
  'priority',
  'assignee',
  'flag',
  'due_date',
  'estimate',
  'sprint',
  'link',
  'comment',
  'description',
  'resolution',
  'rank',
  'mention',
  'other',
])
export type JiraKind = z.infer<typeof jiraKind>
