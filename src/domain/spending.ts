import { z } from 'zod'
import { instant } from './instant.ts'
import { HAIKU, type ModelName } from './prices.ts'

/** Micro-dollars a local day, and a month, may cost. Source: product.md, the ladder. */
export const DAY_CEILING = 400_000
export const MONTH_CEILING = 8_000_000

/** The stages of the ladder, dearest last. */
export const rungName = z.enum(['normal', 'fewerSonnet', 'halfHourly', 'haikuOnly', 'rulesOnly'])
export type RungName = z.infer<typeof rungName>

/** A stage of the ladder and what it allows. `until`: what ends it. */
export type Rung = {
  name: RungName
  may(model: ModelName, asked: { costlierHalf: boolean }): boolean
  /** Every how many-th slot is checked. */
  everySlot: 1 | 2 | 4
  until: 'the day ends' | 'the month ends' | null
}

/** From which spending of the day (micro-dollars) a stage holds; the first that is reached, from the top. */
const LADDER: { from: number; name: RungName; everySlot: Rung['everySlot']; sonnet: Sonnet }[] = [
  { from: DAY_CEILING, name: 'rulesOnly', everySlot: 4, sonnet: 'none' },
  { from: 300_000, name: 'haikuOnly', everySlot: 4, sonnet: 'none' },
  { from: 270_000, name: 'halfHourly', everySlot: 2, sonnet: 'costlier half' },
  { from: 230_000, name: 'fewerSonnet', everySlot: 1, sonnet: 'costlier half' },
]
type Sonnet = 'none' | 'costlier half'

const NORMAL: Rung = { name: 'normal', everySlot: 1, until: null, may: () => true }

/** The stage that micro-dollars spent today and this month put the agent on. */
export function rungOf(today: number, month: number): Rung {
  if (month >= MONTH_CEILING) return rulesOnly('the month ends')
  const step = LADDER.find(({ from }) => today >= from)
  if (!step) return NORMAL
  const { name, everySlot, sonnet } = step
  if (name === 'rulesOnly') return rulesOnly('the day ends')
  return {
    ...{ name, everySlot, until: 'the day ends' },
    may: (model, { costlierHalf }) => model === HAIKU || (sonnet === 'costlier half' && costlierHalf),
  }
}

function rulesOnly(until: Rung['until']): Rung {
  // Rules cost nothing, so their checks come as often as ever.
  return { name: 'rulesOnly', everySlot: 1, until, may: () => false }
}

/** What a day or a month has cost, and what is set apart for calls under way. Micro-dollars. */
const counter = z.object({
  version: z.number().int(),
  spent: z.number().int(),
  reserved: z.number().int(),
  calls: z.number().int(),
  /** Since when not even the cheapest call fits under the ceiling. */
  closedAt: instant.nullable(),
})
type Counter = z.infer<typeof counter>

export const monthSpending = counter.extend({ month: z.string() })
export type MonthSpending = z.infer<typeof monthSpending>

export const daySpending = counter.extend({
  day: z.string(),
  /** The stages the day has come to, oldest first. */
  rungs: z.array(z.object({ name: rungName, since: instant })),
  /** The model service has not answered since then; null once it does. */
  unanswered: z.object({ since: instant, reason: z.string() }).nullable(),
})
export type DaySpending = z.infer<typeof daySpending>

/** How a local day and its month stand. */
export type Standing = { day: DaySpending; month: MonthSpending }

const EMPTY: Counter = { version: 0, spent: 0, reserved: 0, calls: 0, closedAt: null }

/** A day, and a month, in which nothing has been asked. `day` is yyyy-MM-dd. */
export const emptyDay = (day: string): DaySpending => ({ ...EMPTY, day, rungs: [], unanswered: null })
export const emptyMonth = (month: string): MonthSpending => ({ ...EMPTY, month })

/** The month (yyyy-MM) that a local day is in. */
export const monthOf = (day: string) => day.slice(0, 7)

/** The stage a standing is on; a ceiling that no call fits under any more counts as reached. */
export function rungAt({ day, month }: Standing): Rung {
  return rungOf(day.closedAt ? DAY_CEILING : day.spent, month.closedAt ? MONTH_CEILING : month.spent)
}

/** Whether this much more stays under both ceilings; what is set apart counts as spent. */
export function fits({ day, month }: Standing, worst: number): boolean {
  return (
    day.spent + day.reserved + worst <= DAY_CEILING && month.spent + month.reserved + worst <= MONTH_CEILING
  )
}

/** Sets a call's worst case apart. */
export function setApart({ day, month }: Standing, worst: number): Standing {
  const add = <C extends Counter>(to: C): C => ({ ...to, reserved: to.reserved + worst })
  return { day: add(day), month: add(month) }
}

/** Gives back what was set apart and books what the call cost. `calls`: 0 when nothing came of it. */
export function book(
  { day, month }: Standing,
  paid: { worst: number; cost: number; calls: 0 | 1; at: Date },
): Standing {
  const turn = <C extends Counter>(of: C): C => ({
    ...of,
    reserved: Math.max(0, of.reserved - paid.worst),
    spent: of.spent + paid.cost,
    calls: of.calls + paid.calls,
  })
  return withRung({ day: turn(day), month: turn(month) }, paid.at)
}

/** Closes the day or the month when not even this much fits beside what is already spent. */
export function closed({ day, month }: Standing, worst: number, at: Date): Standing {
  const when = at.toISOString()
  const shut = <C extends Counter>(of: C, ceiling: number): C =>
    of.spent + worst > ceiling ? { ...of, closedAt: of.closedAt ?? when } : of
  return withRung({ day: shut(day, DAY_CEILING), month: shut(month, MONTH_CEILING) }, at)
}

function withRung(standing: Standing, at: Date): Standing {
  const { name } = rungAt(standing)
  const { day } = standing
  if (name === (day.rungs.at(-1)?.name ?? 'normal')) return standing
  return { ...standing, day: { ...day, rungs: [...day.rungs, { name, since: at.toISOString() }] } }
}
