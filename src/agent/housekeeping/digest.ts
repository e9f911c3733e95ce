import type { Act } from '#src/domain/act.ts'
import { byCostOfDelay } from '#src/domain/attention.ts'
import { SOURCE_WORDS, type BlindSpell } from '#src/domain/cycle.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import { zoneFormat } from '#src/domain/zone-format.ts'
import { proofLine, proofProblems, type Proof } from '#src/domain/proof.ts'
import { dayWords } from '#src/domain/day-words.ts'

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
  /** What waits for the PM's look at what was done alone, a line for each project. */
  look: string[]
  /** The day before, by what stands outside. */
  proof: Proof
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
    ...canWait(day),
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
    ...list('Spot check', day.look),
    proofOf(day),
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
  const lines = open.filter(isLoud).sort(byCostOfDelay).map(lineOf(timeZone))
  if (lines.length === 0) return `Needs you (${open.length}), and all of it can wait.`
  return [`Needs you (${lines.length})`, ...lines.map((line) => `  ${line}`)].join('\n')
}

/** What did not interrupt yesterday is told here, all of it: quiet is not lost. */
function canWait({ open, timeZone }: Day): string[] {
  const quiet = open.filter((each) => !isLoud(each)).sort(byCostOfDelay)
  return list('Can wait', quiet.map(lineOf(timeZone)))
}

const isLoud = ({ interruptedAt }: Escalation) => interruptedAt !== null

function lineOf(timeZone: string) {
  return ({ projectId, title, decideBy, status }: Escalation): string => {
    const at = decideBy === null ? '' : moment(decideBy, timeZone)
    const by = decideBy === null ? 'no deadline' : `${status === 'expired' ? 'was due' : 'by'} ${at}`
    return `${projectId}  ${title} (${by})`
  }
}

function list(title: string, lines: string[]): string[] {
  return lines.length === 0
    ? []
    : [[`${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)].join('\n')]
}

function proofOf({ proof }: Day): string {
  return [`Yesterday: ${proofLine(proof)}`, ...proofProblems(proof)].join('\n  ')
}

const when = (act: Act, zone: string) => (act.status === 'held' ? moment(act.heldUntil, zone) : '')

/** "Fri 16 Oct, 12:00" */
function moment(at: string, timeZone: string): string {
  return `${dayWords(at, timeZone)}, ${time(at, timeZone)}`
}

function time(at: string, timeZone: string): string {
  return zoneFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at))
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
