import { z } from 'zod'
import { ticketKey } from './ticket-key.ts'

/** Somebody of the project's register, by id; never an account or an address out of a text. */
const registerId = z.string().min(3)
/** `yyyy-mm-dd` */
const day = z.iso.date()
const named = z.object({ id: z.string().min(1), name: z.string().min(1) })

/** One change of one field: a closed list, each absolute, so that doing it twice is doing it once. */
export const fieldChange = z.discriminatedUnion('field', [
  z.object({ field: z.literal('flag'), on: z.boolean() }),
  z.object({ field: z.literal('due_date'), day: day.nullable() }),
  /** Null: out of every sprint, into the backlog. */
  z.object({ field: z.literal('sprint'), sprint: named.nullable() }),
  z.object({
    ...{ field: z.literal('link'), how: z.enum(['blocks', 'relates to']), other: ticketKey },
    on: z.boolean(),
  }),
])
export type FieldChange = z.infer<typeof fieldChange>

/** What can be done in a tracker: one member per action type of its kind. */
export const jiraPayloads = [
  /** A person of `mentions` is mentioned where the text has `@` and their whole name. */
  z.object({
    ...{ kind: z.literal('jira_comment'), key: ticketKey, text: z.string().min(1).max(2000) },
    mentions: z.array(registerId).max(10).optional(),
    /** How many others watched the ticket when it was drafted: so many are mailed. */
    watchers: z.number().int().min(0).optional(),
  }),
  z.object({ kind: z.literal('jira_status_change'), key: ticketKey, toStatus: z.string().min(1) }),
  z.object({
    ...{ kind: z.literal('jira_create_ticket'), project: z.string().min(1) },
    ...{ title: z.string().min(1).max(255), text: z.string().min(1).max(4000) },
  }),
  /** Null: nobody. */
  z.object({ kind: z.literal('jira_assign'), key: ticketKey, assignee: registerId.nullable() }),
  z.object({ kind: z.literal('jira_fields'), key: ticketKey, change: fieldChange }),
  /** A ticket into a milestone, or out of it. */
  z.object({
    ...{ kind: z.literal('scope_change'), key: ticketKey, milestone: z.string().min(1), into: z.boolean() },
  }),
  /** Another day for a milestone: a release of the project in Jira. */
  z.object({
    ...{ kind: z.literal('milestone_change'), project: z.string().min(1), milestone: z.string().min(1) },
    dueOn: day,
    /** The day it must still have; left out: whatever it has. */
    was: day.optional(),
  }),
] as const
