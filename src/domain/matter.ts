import { z } from 'zod'
import { clip } from './clip.ts'
import { SOURCE_WORDS, sourceName, type TrackerName } from './cycle.ts'
import { evidence, type Evidence } from './evidence.ts'
import { instant } from './instant.ts'
import { jiraContext } from './jira-issue.ts'
import { mailAddress } from './mail.ts'
import type { Signal } from './signal.ts'

const BRIEF_TEXT = 1500
const SURROUNDINGS = 600

/** What a matter keeps of a signal: enough to reason and to quote from; the whole is in its own row. */
export const brief = z.object({
  signalId: z.string(),
  source: sourceName,
  kind: z.string(),
  ref: z.string(),
  title: z.string(),
  at: instant,
  by: z.string(),
  /** The sender's or author's address, lower case; `''` where it is not known. */
  email: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** The head of the signal's exact text: a quote from it stands in the signal too. */
  text: z.string(),
  url: z.string(),
  ours: z.boolean(),
  bootstrap: z.boolean(),
  /** Part of its text was set aside: what is left may be read, and carries no decision. */
  tainted: z.boolean(),
  importance: z.enum(['critical', 'high', 'medium', 'low', 'noise']).nullable(),
  mail: z
    .object({
      messageId: z.string(),
      conversationId: z.string(),
      folder: z.enum(['inbox', 'sentitems']),
      to: z.array(mailAddress),
      cc: z.array(mailAddress),
    })
    .nullable(),
})
export type Brief = z.infer<typeof brief>
export type MailBrief = Brief & { mail: NonNullable<Brief['mail']> }

/**
 * Signals about one thing. `id` is a ticket's key, or `thread-…` for mail that belongs to no ticket. `ticket` is how the
 * ticket read last, at `readAt`.
 */
export const matter = z.object({
  id: z.string(),
  version: z.number().int(),
  projectId: z.string(),
  title: z.string(),
  url: z.string(),
  ticket: jiraContext.nullable(),
  unownedSince: instant.nullable(),
  /** Oldest first. */
  briefs: z.array(brief),
  readAt: instant,
  lastSignalAt: instant,
})
export type Matter = z.infer<typeof matter>
export type TicketMatter = Matter & { ticket: NonNullable<Matter['ticket']> }

const BRIEFS_KEPT = 24
/** Kinds that say where a ticket stands: the newest of each is kept however much is said after it. */
const ANCHORS: readonly string[] = ['flag', 'status', 'assignee', 'due_date', 'sprint', 'estimate', 'created']

/** What is kept of a signal. */
export function briefOf(from: Signal): Brief {
  const { source, kind, ref, title, before, after, url, ours, bootstrap } = from
  return {
    ...{ signalId: from.id, source, kind, ref, title, url, ours, bootstrap },
    tainted: from.setAside !== null,
    at: from.occurredAt,
    by: from.actor?.name ?? (source === 'outlook' ? 'a mail without a sender' : SOURCE_WORDS[source]),
    email: (from.actor?.email ?? '').toLowerCase(),
    before: before === null ? null : clip(before, 200),
    after: after === null ? null : clip(after, 200),
    text: clip(from.text, BRIEF_TEXT),
    importance: from.verdict?.importance ?? null,
    mail:
      from.source === 'outlook'
        ? {
            messageId: from.context.messageId,
            conversationId: from.context.conversationId,
            folder: from.context.folder,
            to: from.context.to,
            cc: from.context.cc,
          }
        : null,
  }
}

/** Adds to what is known, each signal once, oldest first, and forgets the oldest that say nothing of the standing. */
export function joinBriefs(known: Brief[], added: Brief[]): Brief[] {
  const all = [...new Map([...known, ...added].map((each) => [each.signalId, each])).values()].sort((a, b) =>
    a.at.localeCompare(b.at),
  )
  const newest = new Set(all.slice(-BRIEFS_KEPT))
  for (const kind of ANCHORS) {
    const anchor = all.findLast((each) => each.kind === kind)
    if (anchor) newest.add(anchor)
  }
  return all.filter((each) => newest.has(each))
}

/** Work on the ticket has not ended. */
export function isOpenTicket(of: Matter): of is TicketMatter {
  return of.ticket !== null && of.ticket.statusCategory !== 'done'
}

export function isTicket(of: Matter): of is TicketMatter {
  return of.ticket !== null
}

/** Where a ticket is kept: what it can be asked to do depends on it. */
export function trackerOf({ briefs }: Matter): TrackerName {
  for (const { source } of briefs) if (source !== 'outlook') return source
  return 'jira'
}

/** A verbatim quote, as evidence: `text` must stand in the signal's text, which is checked before it is used. */
export function quoted(from: Brief, text: string): Evidence {
  return cite(from, 'quote', text)
}

/** A fact worked out from structured fields. */
export function worked(from: Brief, text: string): Evidence {
  return cite(from, 'computed', text)
}

function cite(from: Brief, kind: Evidence['kind'], text: string): Evidence {
  const at = from.text.indexOf(text)
  const start = Math.max(0, at - SURROUNDINGS / 3)
  return evidence.parse({
    kind,
    signalId: from.signalId,
    ref: from.ref,
    text,
    by: from.by,
    at: from.at,
    url: from.url === '' ? null : from.url,
    surroundings: clip(from.text.slice(start), SURROUNDINGS),
  })
}
