import { z } from 'zod'
import { optionAct, escalationDraft } from './escalation.ts'
import { evidence } from './evidence.ts'
import { instant } from './instant.ts'
import { jiraContext } from './jira-issue.ts'
import { raidChange } from './raid-log.ts'

/** A routine act the rules suggest: it goes to the executor, which alone says what becomes of it. */
export const suggestedAct = optionAct.extend({
  why: z.string(),
  evidence: z.array(evidence).min(1),
  rule: z.string(),
})
export type SuggestedAct = z.infer<typeof suggestedAct>

/** What reasoning made of a matter in one check: typed data only, waiting for the executor. */
export const proposal = z.object({
  draft: escalationDraft.nullable(),
  /** Why an open decision of this matter no longer stands, if so. */
  overtaken: z.string().nullable(),
  acts: z.array(suggestedAct),
  raid: z.array(raidChange),
})
export type Proposal = z.infer<typeof proposal>

/** Kinds of change that say where a ticket stands. */
export const anchorKind = z.enum(['flag', 'status', 'assignee'])

/** Signals about one thing; for Jira, one ticket. */
export const matter = z.object({
  id: z.string(),
  version: z.number().int(),
  projectId: z.string(),
  title: z.string(),
  url: z.string(),
  context: jiraContext,
  unownedSince: instant.nullable(),
  /** Newest last; enough to reason from, older ones stay readable in the table. */
  signalIds: z.array(z.string()),
  /** The newest signal of each kind that says where the ticket stands, however much was said since. */
  anchors: z.partialRecord(anchorKind, z.string()),
  /** When `context` was read. */
  readAt: instant,
  lastSignalAt: instant,
  proposal: proposal.nullable(),
  /** Why this matter could not be reasoned about, until the log has said so. */
  problem: z.string().nullable(),
  /** The decision this matter has raised last, and by which playbook: it is not raised again while it waits. */
  raised: z.object({ escalationId: z.string(), rule: z.string(), at: instant }).nullable(),
  /** When the workbench last commented by itself, for the manner "once in 3 working days". */
  commentedAt: instant.nullable(),
})
export type Matter = z.infer<typeof matter>

const SIGNALS_KEPT = 40

/** Adds signal ids to a matter, oldest first, none twice. */
export function joinSignals(known: string[], added: string[]): string[] {
  return [...new Set([...known, ...added])].slice(-SIGNALS_KEPT)
}

/** Blocked, nobody's, and not asked about yet: looked at again each day, since time alone may make it a decision. */
export function isWatched(of: Matter): boolean {
  return of.context.flagged && of.context.statusCategory !== 'done' && !!of.unownedSince && of.raised === null
}
