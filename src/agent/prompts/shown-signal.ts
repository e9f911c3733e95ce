import { clip } from '#src/domain/clip.ts'
import { attachmentWords } from '#src/domain/attachment-words.ts'
import type { JiraSignal, MailSignal, Signal } from '#src/domain/signal.ts'

/** A mail that nobody wrote by hand can be endless; what matters stands at its head. */
const SHOWN_CHARACTERS = 4000
const SHOWN_ATTACHMENTS = 10

/**
 * The words of a signal that may be read as words: of one in which something was set aside, only the spans that were kept.
 * Empty when all of it was.
 */
export function usableText(signal: Pick<Signal, 'text' | 'setAside' | 'facts'>): string {
  if (signal.setAside === null) return signal.text
  return signal.facts.map((fact) => fact.text).join('\n')
}

/** A signal as a model sees it, under a short name, so that no answer can name a signal that was not shown. */
export function shownSignal(signal: Signal, index: number) {
  const { source, kind, ref, title, before, after, occurredAt } = signal
  const intact = signal.setAside === null
  return {
    ...{ id: shortName(index), source, kind, ref, matter: signal.matterId, at: occurredAt },
    title: intact ? title : '',
    by: signal.actor?.name ?? '',
    // Of a comment or a description, before and after repeat the text, hostile parts included.
    ...(intact ? { before: short(before), after: short(after) } : {}),
    ...(signal.source === 'outlook' ? mailStand(signal) : ticketStand(signal)),
    text: clip(usableText(signal), SHOWN_CHARACTERS),
  }
}

/** What the signal at this place is called in a prompt and in its answer. */
export const shortName = (index: number) => `s${index + 1}`

function ticketStand({ context }: JiraSignal) {
  const { status, priority, assignee, dueDate, flagged } = context
  return { status, priority, assignee: assignee?.name ?? null, dueDate, flagged }
}

function mailStand({ context, setAside }: MailSignal) {
  const { folder, to, cc, isReply, attachments } = context
  const stand = { folder, isReply, to: to.length, cc: cc.length }
  if (attachments.length === 0 || setAside !== null) return stand
  return { ...stand, attachments: attachments.slice(0, SHOWN_ATTACHMENTS).map(attachmentWords) }
}

const short = (value: string | null) => (value === null ? null : clip(value, 300))
