import { z } from 'zod'
import { localDate } from '#src/domain/calendar.ts'
import { costOfCall, type ModelCall, type SkippedCall } from '#src/domain/model-call.ts'
import type { Pm } from '#src/domain/project.ts'
import { monthOf } from '#src/domain/spending.ts'

export type ChainCallDeps = {
  now(): Date
  pm(): Promise<Pm>
  spending: { list(month: string): Promise<{ calls: ModelCall[]; skipped: SkippedCall[] }> }
}

/** A model call as a chain shows it: `cost` is the part of it that falls to what the chain is of, in micro-dollars. */
export type ChainCall = {
  call: ModelCall
  cost: number
  /** What was answered about it, as it came; null where there is no answer. */
  answer: unknown
}

export type Asked = { calls: ChainCall[]; skipped: SkippedCall[] }

/** What models were asked about signals since then, and what the ladder did not allow, oldest first. */
export async function callsSince(deps: ChainCallDeps, since: string): Promise<Asked> {
  const { timeZone } = (await deps.pm()).workingHours
  const month = (at: Date) => monthOf(localDate(at, timeZone))
  const months = [...new Set([month(new Date(since)), month(deps.now())])]
  const lists = await Promise.all(months.map((each) => deps.spending.list(each)))
  return {
    calls: lists
      .flatMap(({ calls }) => calls)
      .toSorted((a, b) => a.askedAt.localeCompare(b.askedAt))
      .map((call) => ({ call: withoutAnswer(call), cost: costOfCall(call), answer: answerOf(call) })),
    skipped: lists.flatMap(({ skipped }) => skipped),
  }
}

/** Those about one signal: its part of the price, and what was said of it alone. */
export function aboutSignal({ calls, skipped }: Asked, signalId: string): Asked {
  return {
    calls: calls
      .filter(({ call }) => call.about.includes(signalId))
      .map((each) => ({
        ...each,
        cost: Math.round(each.cost / new Set(each.call.about).size),
        answer: partOf(each, signalId),
      })),
    skipped: skipped.filter(({ about }) => about.includes(signalId)),
  }
}

const perSignal = z.object({ signals: z.array(z.looseObject({ id: z.string() })) })

/** In a prompt a signal is called by its place: `s1` is the first that it is about. */
function partOf({ call, answer }: ChainCall, signalId: string): unknown {
  const read = perSignal.safeParse(answer)
  if (!read.success) return answer
  const name = `s${call.about.indexOf(signalId) + 1}`
  return read.data.signals.find(({ id }) => id === name) ?? null
}

const answerOf = (call: ModelCall): unknown => (call.status === 'settled' ? call.answer : null)

const withoutAnswer = (call: ModelCall): ModelCall =>
  call.status === 'settled' ? { ...call, answer: null } : call
