import { addDays } from 'date-fns/addDays'
import type { TicketMatter } from '#src/domain/matter.ts'
import { bodyOf } from './mail-body.ts'
import { saysDone } from './mail-meaning.ts'
import { isOfThen } from './mail-story.ts'
import { datesIn, type SaidDate } from './dates.ts'

/** Later than this, a day is of something else. */
const FARTHEST_DAYS = 92

/** A day or two of delay is taken up by the work beside it. */
const BARELY_DAYS = 2

/** Until a day after the planned one there is time; only what begins before it and lasts so long is in the way. */
const LIMIT =
  /(?<!\p{L})(?:until|till|by|no later than|valid to|bis(?: zum)?|jusqu['’]au|avant le|hasta(?: el)?|antes del|entro(?: il)?|fino al|tot|vóór|até|do) (?:\p{L}+day,? )?(?:the )?$/iu

/** "From 8 until 20 December": the day it begins on has the month of the day it ends on. */
const BEGINS = /(?<!\p{L})(?:from|vom|du|del|dal|van|od|de) (?:the )?(\d{1,2})(?!\d)/iu
function beginOf(sentence: string, end: string): string | undefined {
  const day = BEGINS.exec(sentence)?.[1]?.padStart(2, '0')
  return day === undefined ? undefined : `${end.slice(0, 8)}${day}`
}

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
  const isLater = ({ date }: SaidDate) =>
    date > planned && isSlip(date) && date <= dayAfter(planned, FARTHEST_DAYS) && !milestones.includes(date)
  const namesLater = (one: string) => {
    const days = datesIn(one, at, timeZone)
    const isInTheWay = ({ date, index }: SaidDate) =>
      !LIMIT.test(one.slice(0, index)) || (beginOf(one, date) ?? days[0]?.date ?? date) <= planned
    return days.some((day) => isLater(day) && isInTheWay(day))
  }
  return bodyOf(text).find((one) => !isOfThen(one) && !saysDone(one) && !one.includes('?') && namesLater(one))
}
