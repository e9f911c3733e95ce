import { z } from 'zod'

const instant = z.iso.datetime()

/** Someone in Jira. `email` is null where the site hides it. */
export const jiraPerson = z.object({ accountId: z.string(), name: z.string(), email: z.string().nullable() })

/** One field changed by one history; `before` and `after` as Jira words them, null when empty. */
const jiraChangeItem = z.object({
  fieldId: z.string().nullable(),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

/** One step of an issue's changelog. `author` is null for removed accounts and automation. */
const jiraHistory = z.object({
  id: z.string(),
  at: instant,
  author: jiraPerson.nullable(),
  items: z.array(jiraChangeItem),
})

/** A comment as plain text. `actId`: the act of ours that wrote it (comment property `pm-workbench.act`), else null. */
const jiraComment = z.object({
  id: z.string(),
  author: jiraPerson.nullable(),
  created: instant,
  updated: instant,
  text: z.string(),
  mentions: z.array(z.string()),
  actId: z.string().nullable(),
})

/** What rules need to know about an issue, as it read when it was fetched. `dueDate` is yyyy-mm-dd. */
export const jiraContext = z.object({
  status: z.string(),
  statusCategory: z.string().nullable(),
  priority: z.string().nullable(),
  assignee: jiraPerson.nullable(),
  dueDate: z.string().nullable(),
  flagged: z.boolean(),
  issueType: z.string(),
  resolution: z.string().nullable(),
})

/** A whole issue past the door: complete changelog (oldest first) and complete comments. Times are ISO in UTC. */
export const jiraIssue = z.object({
  id: z.string(),
  key: z.string(),
  project: z.string(),
  title: z.string(),
  url: z.string(),
  description: z.string(),
  created: instant,
  updated: instant,
  creator: jiraPerson.nullable(),
  context: jiraContext,
  histories: z.array(jiraHistory),
  comments: z.array(jiraComment),
})

export type JiraPerson = z.infer<typeof jiraPerson>
export type JiraChangeItem = z.infer<typeof jiraChangeItem>
export type JiraHistory = z.infer<typeof jiraHistory>
export type JiraComment = z.infer<typeof jiraComment>
export type JiraIssue = z.infer<typeof jiraIssue>
