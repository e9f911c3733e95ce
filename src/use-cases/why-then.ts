import type { ActIn, ActPayload } from '#src/domain/act.ts'
import { HOLD_MINUTES } from '#src/domain/boundary.ts'
import { addWorkingMinutes, localWeekday } from '#src/domain/calendar.ts'
import { earliestFor } from '#src/domain/manners.ts'
import type { Person } from '#src/domain/person.ts'
import type { WorkingHours } from '#src/domain/project.ts'

/** As `propose` holds what no type says a time of. */
const LONGEST_HOLD = 30

const DAYS: Record<ReturnType<typeof localWeekday>, string> = {
  ...{ mon: 'Mondays', tue: 'Tuesdays', wed: 'Wednesdays', thu: 'Thursdays', fri: 'Fridays' },
  ...{ sat: 'Saturdays', sun: 'Sundays' },
}

/** Why a held act goes later than its hold asks for: the manner that moved it. Null: none did, or the PM put it back. */
export function whyThen(held: ActIn<'held'>, people: Person[], hours: WorkingHours): string | null {
  const { kind, payload, createdAt, heldUntil } = held
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
  const isBad = (readers: Person[]) =>
    earliestFor(occasionAt(at, payload, readers, hours), at).getTime() !== at.getTime()
  // The one manner about time that has nothing to do with who reads it.
  if (isBad([])) return 'No mail leaves after 16:00 on a Friday.'
  const away = people.find((person) => isBad([person]))
  return away ? `${away.name} does not work on ${DAYS[localWeekday(at, hours.timeZone)]}.` : null
}

const occasionAt = (now: Date, payload: ActPayload, people: Person[], hours: WorkingHours) => ({
  ...{ payload, people, hours, now, ticket: null, acts: [] },
})
