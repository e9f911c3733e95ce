import { TZDate } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { format } from 'date-fns/format'
import { startOfDay } from 'date-fns/startOfDay'
import { startOfMonth } from 'date-fns/startOfMonth'
import { DAY_CEILING, MONTH_CEILING, rungAt, type RungName, type Standing } from './spending.ts'
import { inDollars } from './prices.ts'

/** What the screens say about spending. `header`: the agent's status; `strip`: the line under it. Source: screens.md. */
export type RungWords = { header: string; title: string | null; strip: string }

/**
 * The ladder's stage as people read it, or that the model service does not answer. Null while all is normal. `sorted`:
 * how many signals of the day were sorted by rules because of it.
 */
export function rungWords(standing: Standing, timeZone: string, sorted: number): RungWords | null {
  const { day, month } = standing
  const rung = rungAt(standing)
  if (rung.name === 'rulesOnly') {
    const since = `Rules only since ${clockTime(rungSince(standing), timeZone)}`
    if (rung.until === 'the month ends')
      return {
        header: since,
        title: `Rules only until ${nextMonth(month.month)}. This month's ${inDollars(MONTH_CEILING)} USD is spent.`,
        strip: 'Raise the limit',
      }
    return {
      header: since,
      title: `${since}. Today's ${inDollars(DAY_CEILING)} USD is spent.`,
      strip: `Reading and rules go on. Options and drafts are plainer until midnight.${sortedWords(sorted)}`,
    }
  }
  if (day.unanswered) {
    const since = `Rules only since ${clockTime(day.unanswered.since, timeZone)}`
    const strip = `Nothing is lost. Items sorted by rules are marked.`
    return { header: since, title: `${since}. ${day.unanswered.reason}`, strip }
  }
  if (rung.name === 'normal') return null
  const since = `saving since ${clockTime(rungSince(standing), timeZone)}`
  const strip = `S${since.slice(1)}: ${SAVED[rung.name]}. Normal at midnight.`
  return { header: `Active, ${since}`, title: null, strip }
}

/** When the stage began; null while it is the normal one. */
export function rungSince({ day, month }: Standing): string | null {
  return month.closedAt ?? day.rungs.at(-1)?.since ?? null
}

/** When the stage ends, as an instant: the PM's next midnight, or the first of the next month. */
export function rungUntil(standing: Standing, timeZone: string): string | null {
  const { until } = rungAt(standing)
  if (until === null) return null
  const noon = new TZDate(`${standing.day.day}T12:00:00`, timeZone)
  const end = until === 'the day ends' ? addDays(startOfDay(noon), 1) : addMonths(startOfMonth(noon), 1)
  return new Date(end.getTime()).toISOString()
}

const SAVED: Record<Exclude<RungName, 'normal' | 'rulesOnly'>, string> = {
  fewerSonnet: 'fewer options by the larger model',
  halfHourly: 'checks every 30 min',
  haikuOnly: 'checks every hour, simpler drafts',
}

function sortedWords(sorted: number): string {
  if (sorted === 0) return ''
  return sorted === 1 ? ' 1 item was sorted by rules.' : ` ${sorted} items were sorted by rules.`
}

const clockTime = (at: string | null, timeZone: string) =>
  at === null ? 'today' : format(new TZDate(at, timeZone), 'HH:mm')

const nextMonth = (month: string) => format(addMonths(new TZDate(`${month}-01T12:00:00`, 'UTC'), 1), 'd MMM')
