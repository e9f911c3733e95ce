import { localDate } from '#src/domain/calendar.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { costOfCall, type ModelCall, type SkippedCall } from '#src/domain/model-call.ts'
import { PRICES_SOURCE, type Usage } from '#src/domain/prices.ts'
import type { Pm } from '#src/domain/project.ts'
import { rungSince, rungUntil, rungWords, type RungWords } from '#src/domain/rung-words.ts'
import {
  DAY_CEILING,
  MONTH_CEILING,
  monthOf,
  rungAt,
  type DaySpending,
  type RungName,
  type Standing,
} from '#src/domain/spending.ts'

export type ViewCostDeps = {
  now(): Date
  pm(): Promise<Pm>
  spending: {
    standing(day: string): Promise<Standing>
    list(month: string): Promise<{ days: DaySpending[]; calls: ModelCall[]; skipped: SkippedCall[] }>
  }
  escalations: { list(status: 'decided', limit: number): Promise<Escalation[]> }
}

/** Money in micro-dollars throughout. `setApart`: for calls under way, or whose end is not known. */
type Stand = { spent: number; setApart: number; ceiling: number }
type Share = { calls: number; cost: number; signals: number }

export type CostView = {
  day: string
  month: string
  today: Stand
  thisMonth: Stand
  rung: { name: RungName; since: string | null; until: string | null; words: RungWords | null }
  /** Of the month, dearest first. */
  byStep: (Share & { step: string; tokens: Usage; cacheHits: number })[]
  byProject: (Share & { projectId: string | null })[]
  /** Of the month: what models cost for each signal that one was asked about; null before the first. */
  perSignal: number | null
  /** Of the month: what models cost for each decision in which the PM chose something; null before the first. */
  perDecision: number | null
  /** How many these are. */
  decided: number
  /** What rules decided because of the ladder, by step. */
  byRules: { step: string; why: SkippedCall['why']; today: number; month: number }[]
  days: { day: string; spent: number; calls: number }[]
  /** The last ones first. */
  calls: ModelCall[]
  pricesFrom: string
}

const SHOWN_CALLS = 50
/** More than anybody decides in a month. */
const MOST_DECIDED = 1000

/** What models cost today and this month, for what, and what was left to the rules because of it. */
export async function viewCost(deps: ViewCostDeps): Promise<CostView> {
  const { timeZone } = (await deps.pm()).workingHours
  const day = localDate(deps.now(), timeZone)
  const month = monthOf(day)
  const [standing, { days, calls, skipped }, escalations] = await Promise.all([
    deps.spending.standing(day),
    deps.spending.list(month),
    deps.escalations.list('decided', MOST_DECIDED),
  ])
  const decided = escalations.filter((each) => decidedIn(each, month, timeZone)).length
  const paid = calls.filter((call) => costOfCall(call) > 0)
  const about = signalsOf(paid)
  const cost = sum(paid.map(costOfCall))
  return {
    ...{ day, month },
    today: standOf(standing.day, DAY_CEILING),
    thisMonth: standOf(standing.month, MONTH_CEILING),
    rung: rungOn(standing, timeZone, skipped),
    byStep: shares(paid, (call) => call.step).map(([step, mine]) => ({
      ...{ step, ...shareOf(mine), tokens: tokensOf(mine) },
      cacheHits: mine.filter((call) => call.status === 'settled' && call.usage.cacheRead > 0).length,
    })),
    byProject: shares(paid, (call) => call.projectId).map(([projectId, mine]) => ({
      ...{ projectId, ...shareOf(mine) },
    })),
    perSignal: about === 0 ? null : Math.round(cost / about),
    ...{ decided, perDecision: decided === 0 ? null : Math.round(cost / decided) },
    byRules: byRules(skipped, day),
    days: days.map((each) => ({ day: each.day, spent: each.spent, calls: each.calls })),
    calls: calls.toSorted((a, b) => b.askedAt.localeCompare(a.askedAt)).slice(0, SHOWN_CALLS),
    pricesFrom: PRICES_SOURCE,
  }
}

/** What the header and the strip say about spending; null while all is normal. Reads two rows, and a month only then. */
export async function viewRung(deps: Omit<ViewCostDeps, 'escalations'>): Promise<RungWords | null> {
  const { timeZone } = (await deps.pm()).workingHours
  const day = localDate(deps.now(), timeZone)
  const standing = await deps.spending.standing(day)
  if (rungWords(standing, timeZone, 0) === null) return null
  return rungOn(standing, timeZone, (await deps.spending.list(monthOf(day))).skipped).words
}

function rungOn(standing: Standing, timeZone: string, skipped: SkippedCall[]): CostView['rung'] {
  const today = skipped.filter((each) => each.day === standing.day.day)
  return {
    name: rungAt(standing).name,
    since: rungSince(standing),
    until: rungUntil(standing, timeZone),
    words: rungWords(standing, timeZone, signalsOf(today)),
  }
}

function decidedIn(each: Escalation, month: string, timeZone: string): boolean {
  return each.status === 'decided' && monthOf(localDate(new Date(each.decision.at), timeZone)) === month
}

const standOf = ({ spent, reserved }: { spent: number; reserved: number }, ceiling: number): Stand => ({
  ...{ spent, setApart: reserved, ceiling },
})

/** Groups, dearest first. */
function shares<K>(calls: ModelCall[], keyOf: (call: ModelCall) => K): [K, ModelCall[]][] {
  const costOfAll = ([, mine]: [K, ModelCall[]]) => sum(mine.map(costOfCall))
  return [...Map.groupBy(calls, keyOf)].sort((a, b) => costOfAll(b) - costOfAll(a))
}

function shareOf(calls: ModelCall[]): Share {
  return { calls: calls.length, cost: sum(calls.map(costOfCall)), signals: signalsOf(calls) }
}

function tokensOf(calls: ModelCall[]): Usage {
  const of = (kind: keyof Usage) =>
    sum(calls.map((call) => (call.status === 'settled' ? call.usage[kind] : 0)))
  return {
    input: of('input'),
    output: of('output'),
    cacheWrite: of('cacheWrite'),
    cacheRead: of('cacheRead'),
  }
}

function byRules(skipped: SkippedCall[], day: string): CostView['byRules'] {
  const groups = Map.groupBy(skipped, ({ step, why }) => `${step}\n${why}`)
  return [...groups.values()].flatMap((mine) => {
    const [first] = mine
    if (!first) return []
    const today = signalsOf(mine.filter((each) => each.day === day))
    return [{ step: first.step, why: first.why, today, month: signalsOf(mine) }]
  })
}

/** Different signals: one that two steps asked about counts once. */
function signalsOf(all: { about: string[] }[]): number {
  return new Set(all.flatMap(({ about }) => about)).size
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
