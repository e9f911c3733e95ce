import { z } from 'zod'
import { trackerName } from './cycle.ts'
import { instant } from './instant.ts'
import { jiraContext, jiraPerson } from './jira-issue.ts'
import { jiraKind } from './jira-kind.ts'
import { mailContext, mailKind } from './mail.ts'

const common = {
  /** Deterministic: the same change always has the same one. */
  externalId: z.string().min(1),
  /** A ticket's key, or a mail's `internetMessageId` with its angle brackets. */
  ref: z.string(),
  title: z.string(),
  url: z.string(),
  /** `accountId` is the tracker's, or the mail address. */
  actor: jiraPerson.nullable(),
  occurredAt: instant,
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** The exact text that evidence may quote; of a mail, what its sender wrote, without the history. */
  text: z.string(),
  /** One of our own acts wrote it. */
  ours: z.boolean(),
}

/** A change of a ticket, in Jira's words whichever tracker it is of. `context` is the ticket as it read when fetched. */
export const jiraRaw = z.object({
  ...common,
  source: trackerName,
  kind: jiraKind,
  project: z.string(),
  context: jiraContext,
})
export type JiraRaw = z.infer<typeof jiraRaw>

/** A mail. Which project it belongs to is found out by normalise. */
export const mailRaw = z.object({
  ...common,
  source: z.literal('outlook'),
  kind: mailKind,
  project: z.null(),
  context: mailContext,
})
export type MailRaw = z.infer<typeof mailRaw>

/** What a source saw, before it is normalised. */
export const rawSignal = z.discriminatedUnion('source', [jiraRaw, mailRaw])
export type RawSignal = z.infer<typeof rawSignal>
