import { thingOf } from '#app/act-words.ts'
import type { ScreenRow } from '#app/rows.ts'

type Act = ScreenRow<'act'>

/** Where a decision that has been made stands, from its acts. */
export type Made =
  | { is: 'recorded' }
  | { is: 'undoable' }
  | { is: 'waiting' }
  | { is: 'held'; at: string }
  | { is: 'doing'; done: number; of: number }
  | { is: 'done' }
  | { is: 'part'; done: number; of: number; reason: string }
  | { is: 'failed'; reason: string }
  | { is: 'unknown'; reason: string; ref: string; source: string }
  | { is: 'stopped'; reason: string }

/** `tracker`: whose tickets the acts are on, as people say it. */
type Asked = { recordedOnly: boolean; acts: Act[]; paused: boolean; canUndo: boolean; tracker?: string }

/** First match wins: what is uncertain or failed is said before what went well. */
export function madeOf({ recordedOnly, acts, paused, canUndo, tracker = 'Jira' }: Asked): Made {
  if (recordedOnly) return { is: 'recorded' }
  const being = (...statuses: string[]) => acts.filter(({ status }) => statuses.includes(status ?? ''))
  const done = being('done').length
  const [unknown] = being('unknown')
  if (unknown) {
    const source = unknown.kind?.startsWith('email_') ? 'Outlook' : tracker
    return { is: 'unknown', reason: unknown.reason ?? '', ref: unknown.ref ?? '', source }
  }
  if (canUndo && being('planned').length === acts.length) return { is: 'undoable' }
  if (being('executing').length > 0) return { is: 'doing', done, of: acts.length }
  const [held] = being('held')
  if (held?.heldUntil) return { is: 'held', at: held.heldUntil }
  if (being('planned').length > 0) return paused ? { is: 'waiting' } : { is: 'doing', done, of: acts.length }
  const [failed] = being('failed', 'refused', 'expired', 'escalated')
  const [stopped] = being('cancelled')
  const ill = failed ?? stopped
  if (!ill) return { is: 'done' }
  if (done > 0) return { is: 'part', done, of: acts.length, reason: whyNot(ill) }
  const reason = sentence(ill.reason ?? '')
  return failed ? { is: 'failed', reason } : { is: 'stopped', reason }
}

/** "The comment on HRB-131 was refused: ticket is closed." */
export function whyNot(act: Act): string {
  const end = act.status === 'failed' ? 'was refused' : 'was not sent'
  return sentence(`the ${nameOf(act)} ${end}: ${act.reason ?? 'nobody knows why'}`)
}

/** Jira's acts by their ticket, mails by whom they go to. */
function nameOf({ kind, ref, summary }: Act): string {
  if (kind?.startsWith('jira_')) return `${thingOf(kind)} on ${ref ?? ''}`
  if (!kind?.startsWith('email_') || !summary) return thingOf(kind ?? '')
  return `${summary.charAt(0).toLowerCase()}${summary.slice(1)}`
}

/** Ends in a full stop, begins with a capital. */
export function sentence(words: string): string {
  const text = words.trim()
  if (text === '') return ''
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? '' : '.'}`
}
