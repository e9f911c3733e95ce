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

/** A sprint as the ticket carries it; `joinedAt`: when the ticket came into it. */
const jiraSprint = z.object({
  id: z.string(),
  name: z.string(),
  goal: z.string().nullable(),
  startAt: instant.nullable(),
  endAt: instant.nullable(),
  joinedAt: instant,
})
export type JiraSprint = z.infer<typeof jiraSprint>

/** A sprint as its board has it, whatever tickets it holds: what a ticket says of it may be older. */
export const boardSprint = jiraSprint.omit({ joinedAt: true })
export type BoardSprint = z.infer<typeof boardSprint>

/** A fix version; with a release date it is a milestone. `releaseDate` is yyyy-mm-dd. */
const jiraVersion = z.object({
  name: z.string(),
  releaseDate: z.string().nullable(),
  released: z.boolean(),
})
export type JiraVersion = z.infer<typeof jiraVersion>

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
  reporter: jiraPerson.nullable(),
  points: z.number().nullable(),
  sprints: z.array(jiraSprint),
  versions: z.array(jiraVersion),
  /** Keys of tickets that this one stops, and that stop this one. */
  blocks: z.array(z.string()),
  blockedBy: z.array(z.string()),
  /** It says when it would be accepted: in a field of its own or in the description. */
  hasCriteria: z.boolean(),
  /** How often its due date has been put off. */
  dueDateMoves: z.number().int(),
  /** The head of its description. */
  about: z.string(),
  /** How many others watch it, and are mailed when it is commented on; left out where the tracker does not say. */
  watchers: z.number().int().min(0).optional(),
  /** When a person last changed anything but its place in a list. */
  changedAt: instant,
  /** The newest comment of a person, none of ours; null: none. Left out: it was read before that was asked. */
  lastWord: z.object({ at: instant, by: z.string() }).nullable().optional(),
  /** It is a request of a service desk, whose customers see its comments. */
  isRequest: z.boolean().optional(),
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
  /** The act of ours that opened it (entity property `pm-workbench.act`), else null. */
  actId: z.string().nullable(),
})

export type JiraContext = z.infer<typeof jiraContext>
export type JiraPerson = z.infer<typeof jiraPerson>
export type JiraChangeItem = z.infer<typeof jiraChangeItem>
export type JiraHistory = z.infer<typeof jiraHistory>
export type JiraComment = z.infer<typeof jiraComment>
export type JiraIssue = z.infer<typeof jiraIssue>
