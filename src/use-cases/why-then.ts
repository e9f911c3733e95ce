import type { ActIn, ActPayload } from '#src/domain/act.ts'
import { HOLD_MINUTES } from '#src/domain/boundary.ts'
import { addWorkingMinutes } from '#src/domain/calendar.ts'
import { earliestFor, momentAgainst } from '#src/domain/manners.ts'
import type { Person } from '#src/domain/person.ts'
import type { WorkingHours } from '#src/domain/project.ts'

/** As `propose` holds what no type says a time of. */
const LONGEST_HOLD = 30

/** Why a held act goes later than its hold asks for: the manner that moved it, at its time or before. Null: none did, or the PM put it back. */
export function whyThen(held: ActIn<'held'>, people: Person[], hours: WorkingHours): string | null {
  const { kind, payload, createdAt, heldUntil, lastCheck } = held
  if (lastCheck?.inputs.notBefore?.until === heldUntil) return sentence(lastCheck.inputs.notBefore.says)
  const asked = addWorkingMinutes(new Date(createdAt), HOLD_MINUTES[kind] ?? LONGEST_HOLD, hours)
  const moved = earliestFor(occasionAt(asked, payload, people, hours), asked)
  return moved.toISOString() === heldUntil ? whyNotAt(asked, payload, people, hours) : null
}

/** The manner that speaks against a moment; null when none does. */
export function whyNotAt(
  at: Date,
  payload: ActPayload,
  people: Person[],
  hours: WorkingHours,
): string | null {
  const against = momentAgainst(occasionAt(at, payload, people, hours), at)
  return against === null ? null : sentence(against)
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

const occasionAt = (now: Date, payload: ActPayload, people: Person[], hours: WorkingHours) => ({
  ...{ payload, people, hours, now, ticket: null, acts: [] },
})
