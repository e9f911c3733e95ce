import type { ScreenRow } from '#app/rows.ts'
import type { RungWords } from '#src/domain/rung-words.ts'
import { SOURCE_WORDS } from '#src/domain/cycle.ts'
import { counted, dayAndClock, dayWords } from '#app/times.ts'

export type StatusState = 'active' | 'paused' | 'away' | 'blind' | 'stopped' | 'never'
export type StatusWords = { state: StatusState; says: string }

const MINUTE = 60_000

/** What the header says of the agent, from its last heartbeat. Source: screens.md, header status. */
export function statusWords(
  row: ScreenRow<'status'>,
  now: string,
  zone: string,
  rung: Pick<RungWords, 'header'> | null = null,
): StatusWords {
  const state = stateOf(row)
  switch (state) {
    case 'never':
      return { state, says: 'No check yet' }
    case 'stopped':
      return { state, says: `No check since ${dayAndClock(row.checkedAt ?? now, now, zone)}` }
    case 'blind': {
      const sources = sourceNames(row.blindSources ?? [])
      return { state, says: `Blind: ${sources} since ${dayAndClock(row.blindSince ?? now, now, zone)}` }
    }
    case 'paused':
      return { state, says: 'Paused' }
    case 'away':
      return { state, says: `Away${untilWords(row.awayUntil ?? null, now, zone)}` }
    case 'active':
      if (rung) return { state, says: rung.header }
      return { state, says: `Active, ${nextCheckWords(row.nextCheckAt ?? null, now, zone)}` }
  }
}

/** "next check in 6 min", and the time itself when that is an hour off or more. */
export function nextCheckWords(at: string | null, now: string, zone: string): string {
  if (at === null) return 'next check soon'
  const minutes = Math.round((Date.parse(at) - Date.parse(now)) / MINUTE)
  if (minutes < 1) return 'next check now'
  return minutes < 60 ? `next check in ${minutes} min` : `next check ${dayAndClock(at, now, zone)}`
}

/** One line more, for who taps the status. */
export function statusDetail(row: ScreenRow<'status'>, now: string, waiting: number): string {
  switch (stateOf(row)) {
    case 'never':
      return 'The agent has not run yet. Nothing is being read.'
    case 'stopped':
      return `The agent has not run for ${silentWords(row.checkedAt ?? now, now)}. Nothing is being read.`
    case 'blind':
      return row.text ?? 'The source refused to be read.'
    case 'paused':
      return `Watching goes on. Nothing leaves the workbench. ${counted(waiting, 'thing')} ${waiting === 1 ? 'waits' : 'wait'}.`
    case 'away':
      return `Nothing is sent in your name. ${counted(waiting, 'thing')} ${waiting === 1 ? 'waits' : 'wait'}.`
    case 'active':
      return 'Everything connected was read at the last check.'
  }
}

/** " until Mon 2 Nov": the last day of a leave, whose end is the midnight after it; nothing where it is open. */
export function untilWords(until: string | null, now: string, zone: string): string {
  if (until === null) return ''
  return ` until ${dayWords(new Date(Date.parse(until) - MINUTE).toISOString(), now, zone)}`
}

/** "Jira", "Jira and Outlook". */
export function sourceNames(sources: readonly string[]): string {
  return sources.map((source) => SOURCE_NAMES[source] ?? source).join(' and ')
}

const SOURCE_NAMES: Record<string, string> = SOURCE_WORDS

function stateOf(row: ScreenRow<'status'>): StatusState {
  switch (row.state) {
    case 'paused':
    case 'away':
    case 'blind':
    case 'stopped':
    case 'never':
      return row.state
    default:
      return 'active'
  }
}

function silentWords(since: string, now: string): string {
  const minutes = Math.max(1, Math.round((Date.parse(now) - Date.parse(since)) / MINUTE))
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
}
