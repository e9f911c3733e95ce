import { addDays } from 'date-fns/addDays'
import type { TicketMatter } from '#src/domain/matter.ts'
import { bodyOf } from './mail-body.ts'
import { saysDone } from './mail-meaning.ts'
import { isOfThen } from './mail-story.ts'
import { datesIn } from './dates.ts'

/** Later than this, a day is of something else. */
const FARTHEST_DAYS = 92

/** A day or two of delay is taken up by the work beside it. */
const BARELY_DAYS = 2

type Written = { text: string; at: string }

/** The days a sentence names lie so near each other that one for the other is no slip. */
export function namesNearDays(sentence: string, at: string, timeZone: string): boolean {
  const days = datesIn(sentence, at, timeZone)
    .map(({ date }) => date)
    .toSorted()
  const [first, last] = [days.at(0), days.at(-1)]
  return first !== undefined && last !== undefined && first !== last && last <= dayAfter(first, BARELY_DAYS)
}

const dayAfter = (day: string, days: number) => addDays(day, days).toISOString().slice(0, 10)

/**
 * The sentence by which a text about a ticket names a day after the one that it is planned for: whoever writes it has
 * another plan. A day that is planned for it too, or on which something was, is none.
 */
export function laterThanPlanned(
  { text, at }: Written,
  { ticket }: Pick<TicketMatter, 'ticket'>,
  timeZone: string,
): string | undefined {
  const milestones = ticket.versions.flatMap(({ releaseDate }) => releaseDate ?? [])
  const [planned] = ticket.dueDate === null ? milestones.toSorted() : [ticket.dueDate]
  if (planned === undefined) return undefined
  const [next = '9'] = milestones.toSorted()
  const isSlip = (date: string) => date > dayAfter(planned, BARELY_DAYS) || date > next
  const isLater = ({ date }: { date: string }) =>
    date > planned && isSlip(date) && date <= dayAfter(planned, FARTHEST_DAYS) && !milestones.includes(date)
  return bodyOf(text).find(
    (one) =>
      !isOfThen(one) && !saysDone(one) && !one.includes('?') && datesIn(one, at, timeZone).some(isLater),
  )
}
