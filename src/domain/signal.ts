import { z } from 'zod'
import { clip } from './clip.ts'
import { SOURCE_WORDS } from './cycle.ts'
import { evidence, type Evidence } from './evidence.ts'
import { instant } from './instant.ts'
import type { JiraIssue } from './jira-issue.ts'
import { jiraRaw, mailRaw, type RawSignal } from './raw-signal.ts'
import { verdict } from './verdict.ts'

/** Raw text beyond this is cut with a mark before it is stored. */
export const TEXT_LIMIT_BYTES = 100_000
const CUT_MARK = ' … [cut]'

/**
 * A recorded change. It is recorded once by its deterministic id; each step adds what it found and the last one
 * settles it. `unownedSince`: since when the ticket has had nobody on it, null while somebody has it.
 */
const recorded = {
  id: z.string(),
  version: z.number().int(),
  account: z.string(),
  recordedAt: instant,
  /** Recorded when the project was connected: something to cite that raises nothing. */
  bootstrap: z.boolean(),
  unownedSince: instant.nullable(),
  state: z.enum(['open', 'settled']),
  projectId: z.string().nullable(),
  matterId: z.string().nullable(),
  verdict: verdict.nullable(),
  facts: z.array(evidence),
  /** An artefact, a decision or an act rests on it: it no longer expires. */
  cited: z.boolean(),
  /** Why its text was set aside: it tried to give orders, or comes from somebody who is not who it says. */
  setAside: z.string().nullable(),
}
export const signal = z.discriminatedUnion('source', [jiraRaw.extend(recorded), mailRaw.extend(recorded)])
export type Signal = z.infer<typeof signal>
/** A change of a ticket, in whichever tracker. */
export type JiraSignal = Exclude<Signal, { source: 'outlook' }>
export type MailSignal = Extract<Signal, { source: 'outlook' }>

/** A signal as it is first recorded. */
export function recordSignal(
  raw: RawSignal,
  seen: { account: string; at: Date; bootstrap: boolean; unownedSince: string | null },
): Signal {
  return {
    ...raw,
    text: cut(raw.text),
    before: raw.before === null ? null : cut(raw.before),
    after: raw.after === null ? null : cut(raw.after),
    id: signalId(raw, seen.account),
    version: 1,
    account: seen.account,
    recordedAt: seen.at.toISOString(),
    bootstrap: seen.bootstrap,
    unownedSince: seen.unownedSince,
    state: 'open',
    projectId: null,
    matterId: null,
    verdict: null,
    facts: [],
    cited: false,
    setAside: null,
  }
}

/** A mail of which nothing is kept but who wrote to whom, when, and its subject: it belongs to no project. */
export function headersOnly(mail: MailSignal): MailSignal {
  return { ...mail, text: '', context: { ...mail.context, attachments: [], quoted: '', hidden: '' } }
}

/** A mail that the PM may give to a project: what somebody wrote to them, and no project knows. */
export function isUnassigned(from: Signal): from is MailSignal {
  if (from.source !== 'outlook' || from.kind !== 'mail_received') return false
  return from.state === 'settled' && from.projectId === null && from.setAside === null && !from.ours
}

/** `<source>/<account>/<externalId>`: the name evidence cites, and where the signal's row is. */
export function signalId(raw: Pick<RawSignal, 'source' | 'externalId'>, account: string): string {
  return `${raw.source}/${account}/${raw.externalId}`
}

/** Since when a ticket has had nobody on it; null while somebody has it. */
export function unownedSince(issue: JiraIssue): string | null {
  if (issue.context.assignee) return null
  const left = issue.histories.filter((history) =>
    history.items.some((item) => item.fieldId === 'assignee' && item.after === null),
  )
  return left.at(-1)?.at ?? issue.created
}

/** A verbatim quote from a signal, as evidence. `text` must stand in the signal's text; the caller checks. */
export function quote(from: Signal, text: string): Evidence {
  return { ...cite(from), kind: 'quote', text, surroundings: clip(from.text, 600) }
}

/** A fact worked out from a signal's structured fields. */
export function computed(from: Signal, text: string): Evidence {
  return { ...cite(from), kind: 'computed', text, surroundings: clip(from.text, 600) }
}

function cite(from: Signal) {
  const by =
    from.actor?.name ?? (from.source === 'outlook' ? 'a mail without a sender' : SOURCE_WORDS[from.source])
  return { signalId: from.id, ref: from.ref, by, at: from.occurredAt, url: from.url }
}

function cut(text: string): string {
  if (new TextEncoder().encode(text).length <= TEXT_LIMIT_BYTES) return text
  return clip(text, TEXT_LIMIT_BYTES / 4) + CUT_MARK
}
