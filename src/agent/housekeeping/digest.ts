import type { Act } from '#src/domain/act.ts'
import { SOURCE_WORDS, type BlindSpell } from '#src/domain/cycle.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import type { Project } from '#src/domain/project.ts'
import { dayWords } from '../rules/day-words.ts'

export type Day = {
  day: string
  at: Date
  timeZone: string
  open: Escalation[]
  held: Act[]
  awaiting: Act[]
  /** What happened since the digest before. */
  events: ActivityEvent[]
  done: Act[]
  blind: BlindSpell[]
  projects: Project[]
}

export type Letter = { subject: string; text: string }

/** The day's mail to the PM: what needs a word, what goes out, what was not seen, what was done. No mail text in it. */
export function digestOf(day: Day): Letter {
  return { subject: subjectOf(day), text: sections(day).join('\n\n') }
}

function subjectOf({ at, timeZone, open, held, blind }: Day): string {
  const parts = [
    ...(open.length > 0 ? [`${open.length} ${open.length === 1 ? 'decision' : 'decisions'}`] : []),
    ...(held.length > 0 ? [`${held.length} going out`] : []),
  ]
  const says = parts.length > 0 ? parts.join(', ') : 'nothing needs you'
  const [spell] = blind
  const unseen = spell ? `${SOURCE_WORDS[spell.source]} not seen since ${time(spell.since, timeZone)}; ` : ''
  return `${dayWords(at.toISOString(), timeZone)}: ${unseen}${says}`
}

function sections(day: Day): string[] {
  const { timeZone } = day
  return [
    ...day.blind.map(
      (spell) =>
        `${SOURCE_WORDS[spell.source]} cannot be read since ${moment(spell.since, timeZone)}. ${spell.reason} What came after that is not in this picture.`,
    ),
    ...healed(day),
    needsYou(day),
    ...list(
      'Going out',
      day.held.map((act) => `${when(act, timeZone)}  ${act.summary}: ${act.why}`),
    ),
    ...list(
      'Waits for you',
      day.awaiting.map((act) => `${act.summary}: ${act.why}`),
    ),
    ...list(
      'Done without you since yesterday',
      day.done.map((act) => act.summary),
    ),
    ...list(
      'Set aside',
      day.events.filter(({ kind }) => kind === 'signal_set_aside').map(({ text }) => text),
    ),
    proof(day),
  ]
}

/** A spell that began and ended since yesterday is said too: blind is not quiet, not even afterwards. */
function healed({ events, timeZone }: Day): string[] {
  return events
    .filter(({ kind }) => kind === 'source_back')
    .map(({ text, at }) => `${text} (${moment(at, timeZone)})`)
}

function needsYou({ open, timeZone }: Day): string {
  if (open.length === 0) return 'Nothing needs you.'
  const lines = open.map(({ projectId, title, decideBy, status }) => {
    const by =
      decideBy === null
        ? 'no deadline'
        : status === 'expired'
          ? `was due ${moment(decideBy, timeZone)}`
          : `by ${moment(decideBy, timeZone)}`
    return `  ${projectId}  ${title} (${by})`
  })
  return [`Needs you (${open.length})`, ...lines].join('\n')
}

function list(title: string, lines: string[]): string[] {
  return lines.length === 0
    ? []
    : [[`${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)].join('\n')]
}

function proof({ done }: Day): string {
  const outside = done.filter(({ gate }) => gate.boundary === 'never').length
  if (done.length === 0) return 'No acts since yesterday.'
  return `${done.length} ${done.length === 1 ? 'act' : 'acts'} since yesterday, all with permits; ${outside} outside the boundary.`
}

const when = (act: Act, zone: string) => (act.status === 'held' ? moment(act.heldUntil, zone) : '')

/** "Fri 16 Oct, 12:00" */
function moment(at: string, timeZone: string): string {
  return `${dayWords(at, timeZone)}, ${time(at, timeZone)}`
}

function time(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  )
}

/** The mail that says a source has been unreadable for a while, and when the picture is from. */
export function blindAlert({ source, since, reason }: BlindSpell, timeZone: string): Letter {
  const name = SOURCE_WORDS[source]
  return {
    subject: `${name} cannot be read since ${time(since, timeZone)}`,
    text: [
      `${name} cannot be read since ${moment(since, timeZone)}. ${reason}`,
      'Nothing is lost: what happens meanwhile is read as soon as it can be. Until then it is missing from every screen.',
    ].join('\n\n'),
  }
}
