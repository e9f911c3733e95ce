import type { Tone } from '#app/components/ui/strip.tsx'
import type { Made } from '#app/routes/decision/decision-state.ts'
import { clockSeconds, dayAndClock, inSentence } from '#app/times.ts'
import type { Reply } from '#src/domain/reply.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { awaitedWords } from '#src/domain/later.ts'

export type StripWords = { tone: Tone; says: string }

type Seen = {
  asked: Escalation
  made: Made | null
  /** The browser that asks, by its name. */
  device: string
  /** Who asks. */
  me: string
  observe: boolean
  paused: boolean
  blind: { source: string; since: string } | null
  /** Since when rules alone sort and write, for want of budget; null while that is not so. */
  rulesOnly: string | null
  /** A draft went in the PM's words. */
  isEdited: boolean
  now: string
  zone: string
}

/** What the strip over a decision says; null when all is as usual. Source: screens.md, Decision, strip and bar. */
export function stripOf(seen: Seen): StripWords | null {
  const { asked, made, now, zone } = seen
  const clock = (at: string) => dayAndClock(at, now, zone)
  switch (asked.status) {
    case 'decided':
      return made && stripOfMade(made, asked.decision, seen)
    case 'dismissed': {
      const { by, at, reason } = asked.dismissal
      return {
        tone: 'plain',
        says: `Dismissed by ${by === seen.me ? 'you' : by}, ${clock(at)}: ${REASONS[reason]}.`,
      }
    }
    case 'superseded':
      return {
        tone: 'plain',
        says: asked.by === null ? `Overtaken. ${asked.because}` : 'Replaced by a newer decision.',
      }
    case 'snoozed':
      return {
        tone: 'plain',
        says: `Later: ${clock(asked.until)}${asked.orWhen ? `, or ${awaitedWords(asked.orWhen)}` : ''}.`,
      }
    case 'expired': {
      const due = asked.decideBy ?? asked.expiredAt
      const says = `Past its time (${inSentence(due, now, zone)}). Nothing was sent. The choices still work.`
      return { tone: 'late', says }
    }
    case 'pending':
      return stripOfOpen(seen)
  }
}

/** Reasons for dismissing, as people read them. */
export const REASONS = {
  not_a_problem: 'not a problem',
  already_handled: 'already handled',
  not_mine: 'not mine',
  wrong_facts: 'wrong facts',
  other: 'other',
} as const

function stripOfOpen({ asked, observe, paused, blind, rulesOnly, now, zone }: Seen): StripWords | null {
  const replied = asked.reply && stripOfReply(asked.reply)
  // It lasts for seconds; what came of it may not hide what a choice would do, or what is not seen.
  if (asked.reply?.state === 'reworking') return replied
  if (observe) return { tone: 'plain', says: 'Observe: nothing is sent. This records your choice.' }
  if (paused)
    return {
      tone: 'care',
      says: 'Paused. Your choice is recorded and waits. Nothing leaves until you resume.',
    }
  if (blind) {
    const since = dayAndClock(blind.since, now, zone)
    const says = `${blind.source} cannot be read since ${since}. An answer may exist that is not shown.`
    return { tone: 'care', says }
  }
  if (replied) return replied
  if (rulesOnly)
    return { tone: 'care', says: `Sorted and written by rules. ${rulesOnly}. Check the drafts with care.` }
  return null
}

/** What became of the PM's last reply. */
function stripOfReply({ state, text, changed }: Reply): StripWords {
  switch (state) {
    case 'reworking':
      return { tone: 'plain', says: `Reworking, about 20 s. You said: ${text}` }
    case 'kept':
      return {
        tone: 'care',
        says: 'Kept. It will be reworked when model calls resume, or choose now.',
      }
    case 'reworked':
      return changed.length > 0
        ? { tone: 'plain', says: `Reworked. You said: ${text}` }
        : { tone: 'care', says: `Nothing changed after your reply “${text}”. Edit a draft, or choose.` }
  }
}

type Decision = Extract<Escalation, { status: 'decided' }>['decision']

function stripOfMade(
  made: Made,
  decision: Decision,
  { device, now, zone, isEdited }: Seen,
): StripWords | null {
  const at = dayAndClock(decision.at, now, zone)
  const here = decision.device === device
  const choice = decision.instead === null ? `${decision.optionId}, ${decision.optionName}` : 'something else'
  const elsewhere = `Decided ${at} on ${decision.device}: ${choice}.`
  switch (made.is) {
    case 'undoable':
    case 'doing':
      return here ? null : { tone: 'plain', says: elsewhere }
    case 'recorded':
      return {
        tone: 'good',
        says: here ? `Recorded, ${at}, by you. Nothing was sent.` : `${elsewhere} Nothing was sent.`,
      }
    case 'done':
      return {
        tone: 'good',
        says: `${here ? `Done, ${at}, by you.` : elsewhere}${isEdited ? ' Sent as you edited it.' : ''}`,
      }
    case 'waiting':
      return {
        tone: 'care',
        says: 'Paused. Your choice is recorded and waits. Nothing leaves until you resume.',
      }
    case 'held':
      return { tone: 'care', says: `Going out ${dayAndClock(made.at, now, zone)}.` }
    case 'part':
      return { tone: 'care', says: `${made.done} of ${made.of} done. ${made.reason}` }
    case 'failed':
      return { tone: 'late', says: `Not done. ${made.reason} Nothing was changed.` }
    case 'stopped':
      return { tone: 'plain', says: `Not done. ${made.reason}` }
    case 'unknown':
      return {
        tone: 'late',
        says: `Not certain. ${made.source} did not confirm; it is being checked and will not be sent twice.`,
      }
  }
}

export type Lost = { optionId: string; at: string; by: string; device: string; yours: string }

/** Who was a moment later is told who won, when and what. */
export function lostWords({ optionId, at, by, device, yours }: Lost, zone: string): [string, string] {
  return [
    `Decided a moment before yours: ${named(optionId)}, at ${clockSeconds(at, zone)}. Your choice, ${named(yours)}, was not done.`,
    `It was decided by ${by}, on ${device}.`,
  ]
}

const named = (optionId: string) => (optionId === 'E' ? 'something else' : optionId)
