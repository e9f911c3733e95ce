import { clip } from '#src/domain/clip.ts'
import { isGone } from '#src/domain/gone.ts'
import type { JiraSignal, MailSignal, Signal } from '#src/domain/signal.ts'
import { dayWords } from '#src/domain/day-words.ts'
import { isDoneWord } from '../rules/workflow-words.ts'
import type { Burst } from './bursts.ts'

/** One change in one line, for the PM's list of what changed. Says what the source says, in the workbench's own words. */
export function changeWords(change: Signal): string {
  return change.source === 'outlook' ? mailWords(change) : `${change.ref} ${ticketWords(change)}`
}

function mailWords({ actor, title, kind }: MailSignal): string {
  const from = actor?.name ?? 'A mail without a sender'
  const subject = title.trim() === '' ? 'no subject' : clip(title, 120)
  return kind === 'mail_unanswered' ? `No answer yet from ${from}: ${subject}` : `${from}: ${subject}`
}

function ticketWords(change: JiraSignal): string {
  const { kind, before, after, context, title } = change
  const by = byWhom(change)
  switch (kind) {
    case 'status':
      return isDoneWord(after) ? 'is done' : `moved to ${named(after)}${by}`
    case 'resolution':
      if (isGone(change)) return `is ${named(after)}`
      return after === null ? `was opened again${by}` : `is resolved: ${after}`
    case 'flag':
      return after === null ? `is no longer blocked` : `is blocked: ${clip(title, 80)}`
    case 'due_date':
      return after === null ? `has no due date any more${by}` : `is due ${day(after)}${movedWords(change)}`
    case 'assignee':
      return after === null ? 'has nobody on it' : `is now ${after}'s`
    case 'sprint':
      return sprintWords(before, after) + by
    case 'priority':
      return `is of priority ${named(after)}${by}`
    case 'estimate':
      return before === null
        ? `was estimated: ${named(after)}`
        : `is estimated ${named(after)}, not ${before}`
    case 'created':
      return `is new${context.priority === null ? '' : `, ${context.priority}`}: ${clip(title, 80)}`
    case 'comment':
    case 'mention':
      return `has a comment${by}: ${clip(change.text.replace(/\s+/g, ' ').trim(), 100)}`
    case 'link':
    case 'description':
    case 'rank':
    case 'other':
      return `changed${by}: ${clip(change.text.replace(/\s+/g, ' ').trim(), 100)}`
  }
}

function movedWords({ before, context: { dueDateMoves } }: JiraSignal): string {
  if (before === null) return ''
  return dueDateMoves > 1 ? `, moved ${dueDateMoves} times` : `, not ${day(before)}`
}

/** Jira lists every sprint that a ticket was ever in: what is new in the list is where it went. */
function sprintWords(before: string | null, after: string | null): string {
  const [was, is] = [namesIn(before), namesIn(after)]
  const into = is.filter((name) => !was.includes(name))
  if (into.length > 0) return `added to ${into.join(', ')}`
  return `taken out of ${was.filter((name) => !is.includes(name)).join(', ') || 'its sprint'}`
}

/** The same change to many tickets, in one line. */
export function burstWords({ signals: [first], tickets }: Burst): string {
  const by = byWhom(first)
  const { kind, before, after, text } = first
  const many = `${tickets} tickets`
  switch (kind) {
    case 'rank':
      return `${many} put in another order${by}`
    case 'status':
      return `${many} moved to ${named(after)} at once${by}`
    case 'sprint':
      return `${many} ${carriedWords(before, after)} at once${by}`
    case 'due_date':
      return after === null
        ? `${many} lost their due date at once${by}`
        : `${many} are due ${day(after)}, set at once${by}`
    case 'assignee':
      return after === null
        ? `${many} lost their owner at once${by}`
        : `${many} are now ${after}'s, set at once${by}`
    default:
      return `${many} changed at once${by}: ${text.split(':')[0] ?? kind} ${after ?? 'taken away'}`
  }
}

/** A sprint that is closed hands on what is not finished. */
function carriedWords(before: string | null, after: string | null): string {
  const [was, is] = [namesIn(before), namesIn(after)]
  const into = is.filter((name) => !was.includes(name)).join(', ')
  const from = was.at(-1)
  if (into === '') return `taken out of ${from ?? 'their sprint'}`
  return from === undefined ? `added to ${into}` : `carried from ${from} into ${into}`
}

const namesIn = (list: string | null) => (list ?? '').split(',').flatMap((name) => name.trim() || [])

const byWhom = ({ actor }: JiraSignal) => (actor ? ` by ${actor.name}` : '')

const named = (value: string | null) => value ?? 'none'

/** Jira words a date as `2026-10-30`, sometimes with a time behind it. */
function day(date: string): string {
  const [plain] = /^\d{4}-\d{2}-\d{2}/.exec(date) ?? []
  return plain === undefined ? date : dayWords(`${plain}T12:00:00Z`, 'Etc/UTC')
}
