import { addMinutes } from 'date-fns'
import { z } from 'zod'
import { act, type Act } from '#src/domain/act.ts'
import { sourceName, type SourceName } from '#src/domain/cycle.ts'
import { instant } from '#src/domain/instant.ts'
import { signal, type Signal } from '#src/domain/signal.ts'

const strike = z.object({
  fault: z.string(),
  at: instant.transform((at) => new Date(at)),
  early: z.boolean(),
})

/** What a play under faults tells of itself: see play-faulty.ts. */
export const told = z.object({
  signals: z.array(signal),
  acts: z.array(act),
  /** Ids of what the vendors were given to write. */
  comments: z.array(z.string()),
  mails: z.array(z.string()),
  strikes: z.partialRecord(sourceName, z.array(strike)),
  blind: z.array(
    z.object({ source: sourceName, since: instant, until: instant.nullable(), reason: z.string() }),
  ),
  deaths: z.number(),
  readUpTo: z.array(z.object({ source: sourceName, readUpTo: instant.nullable() })),
})
export type Told = z.infer<typeof told>

/** The contract's fields of a campaign, and what intake adds to them. */
export type Row = {
  fault: string
  runs: number
  signalsLost: number
  signalsDoubled: number
  actsDoubled: number
  actsLost: number
  actsOutsideBoundary: number
  actsEarly: number
  /** Requests before the time that Retry-After named. */
  requestsEarly: number
  /** Blind spells with a wrong start or end, missing ones and invented ones. */
  blindWrong: number
  /** Requests that met a fault, and workers that died; at least so many must have, or the case proves nothing. */
  struck: number
  mustStrike: number
}

const TICK_MINUTES = 15

/** A faulty play against a calm one of the same stretch. */
export function compare(fault: string, calm: Told, faulty: Told, mustStrike: number): Row {
  const done = faulty.acts.filter((each) => each.status === 'done')
  const comments = receiptsOf(done, 'jira_comment')
  const mails = [...receiptsOf(done, 'email_stakeholder'), ...receiptsOf(done, 'email_external')]
  const strikes = Object.values(faulty.strikes).flat()
  return {
    fault,
    runs: 1,
    signalsLost: lost(calm.signals, faulty.signals),
    signalsDoubled: doubled(faulty.signals),
    actsDoubled: more(faulty.comments.length, comments.length) + more(faulty.mails.length, mails.length),
    actsLost: more(comments.length, faulty.comments.length) + more(mails.length, faulty.mails.length),
    actsOutsideBoundary: done.filter(isOutside).length,
    actsEarly: done.filter(isEarly).length,
    requestsEarly: strikes.filter(({ early }) => early).length,
    blindWrong: blindWrong(faulty),
    struck: strikes.length + faulty.deaths,
    mustStrike,
  }
}

/** The same change has the same name in every play; what we wrote ourselves comes and goes with the acts. */
const nameOf = ({ source, ref, kind, externalId }: Signal) => `${source} ${ref} ${kind} ${externalId}`
/** What a person would take for the same thing twice. */
const looksOf = ({ source, ref, kind, occurredAt, text, actor }: Signal) =>
  JSON.stringify([source, ref, kind, occurredAt, text, actor])

function lost(calm: Signal[], faulty: Signal[]): number {
  const found = new Set(faulty.map(nameOf))
  return calm.filter((each) => !each.ours && !found.has(nameOf(each))).length
}

function doubled(signals: Signal[]): number {
  return signals.length - new Set(signals.map(looksOf)).size
}

function receiptsOf(done: Extract<Act, { status: 'done' }>[], kind: Act['kind']): string[] {
  return done.flatMap((each) => (each.kind === kind ? [each.receipt.id] : []))
}

/** Done though the gate said neither to do nor to hold it, and without the PM's word. */
function isOutside(each: Extract<Act, { status: 'done' }>): boolean {
  if (each.outcome === 'approved' || each.outcome === 'edited') return false
  return each.gate.fate !== 'do' && each.gate.fate !== 'hold'
}

/** One that was to be held went in the minute in which it was written. */
function isEarly({ gate, outcome, createdAt, receipt }: Extract<Act, { status: 'done' }>): boolean {
  return (
    gate.fate === 'hold' &&
    outcome === 'lapsed' &&
    receipt.at <= addMinutes(new Date(createdAt), 1).toISOString()
  )
}

const more = (a: number, b: number) => Math.max(a - b, 0)

/** Faults that leave nothing to read. The others bend an answer, which a reader has to bear. */
const BLINDING: ReadonlySet<string> = new Set([
  ...['401', '429', '500', 'throttle', 'timeout', 'drop', 'cut', 'malformed', 'lostReply'],
])

/**
 * A source is blind from the first check that met such a fault to the first that met none. While it waits as it was asked to,
 * it is blind too, though nothing strikes: so a spell may last longer than its strikes, but not begin or end with another.
 */
function blindWrong(faulty: Told): number {
  return sourceName.options.reduce((wrong, source) => {
    const slots = [
      ...new Set((faulty.strikes[source] ?? []).filter(({ fault }) => BLINDING.has(fault)).map(slotOf)),
    ]
    const spells = faulty.blind.filter((spell) => spell.source === source)
    const missed = slots.filter((slot) => !spells.some((spell) => covers(spell, slot)))
    const invented = spells.filter(({ since }) => !slots.includes(since))
    const endless = spells.filter((spell) => isTooLong(spell, slots, source, faulty))
    return wrong + missed.length + invented.length + endless.length
  }, 0)
}

function slotOf({ at }: { at: Date }): string {
  const tick = TICK_MINUTES * 60_000
  return new Date(Math.floor(at.getTime() / tick) * tick).toISOString()
}

type Spell = Told['blind'][number]

function covers({ since, until }: Spell, slot: string): boolean {
  return since <= slot && (until === null || slot < until)
}

/** It should have ended with the first check after its last strike, or after the hour it was asked to wait. */
function isTooLong({ until }: Spell, slots: string[], source: SourceName, faulty: Told): boolean {
  if (until === null) return true
  const last = slots.filter((slot) => slot < until).at(-1) ?? ''
  const isWaiting = (faulty.strikes[source] ?? []).some(({ fault }) => fault === '429')
  const latest = addMinutes(new Date(last), isWaiting ? LONGEST_WAIT_MINUTES : TICK_MINUTES)
  return until > latest.toISOString()
}

/** The longest Retry-After of the campaign, to the check after it. */
const LONGEST_WAIT_MINUTES = 75
