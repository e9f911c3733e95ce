import pLimit from 'p-limit'
import { z } from 'zod'
import { localDate } from '#src/domain/calendar.ts'
import {
  headOf,
  type CallIn,
  type ModelCall,
  type ModelLine,
  type Question,
  type Reply,
  type SkippedCall,
  type SpoiltAnswer,
} from '#src/domain/model-call.ts'
import { costOf, mostTokens, worstCase } from '#src/domain/prices.ts'
import { rungAt, type Standing } from '#src/domain/spending.ts'

/** What a step asks. `about`: ids of the signals it is about; `worth`: which half by cost of delay, for a Sonnet. */
export type Request<T> = Question<T> & {
  step: string
  promptVersion: string
  about: string[]
  projectId: string | null
  timeZone: string
  worth?: 'costlier half' | 'cheaper half'
  /** Of questions asked side by side: their bookings one after the other, which would only collide in the table. */
  inTurn?: InTurn
}
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** For the questions of one step. */
export const oneAfterAnother = (): InTurn => pLimit(1)

export type Asked<T> =
  | { kind: 'answered'; answer: T; bought: boolean }
  | { kind: 'not asked'; why: 'no key' | 'rules only' | 'saving' | 'budget' }
  | { kind: 'no answer'; why: SpoiltAnswer | 'unavailable' | 'asked before' }

export type AskDeps = {
  now(): Date
  realNow(): Date
  model(): Promise<ModelLine>
  /** A hash that is the same for the same parts. */
  fingerprint(parts: string[]): string
  spending: {
    standing(day: string): Promise<Standing>
    find(hash: string, day: string): Promise<ModelCall | undefined>
    reserve(call: CallIn<'reserved'>, at: { now: Date; realNow: Date }): Promise<Reserved>
    settle(call: CallIn<'settled'>, at: Date): Promise<unknown>
    release(call: CallIn<'released'>, reason: string, at: Date): Promise<void>
    doubt(day: string, reason: string, at: Date): Promise<void>
    skip(skipped: SkippedCall): Promise<void>
  }
}
type Reserved = { kind: 'reserved'; call: CallIn<'reserved'> } | { kind: 'over budget' } | { kind: 'taken' }

/** {@link ask} with its dependencies given: what a step carries among its own. */
export type Ask = <T>(request: Request<T>) => Promise<Asked<T>>

/** What a step's wiring makes of {@link ask}. */
export function asker(deps: AskDeps): Ask {
  return (request) => ask(deps, request)
}

/** Longer than any call may take, and than the Lambda that makes it has left. */
const LEASE_MS = 3 * 60_000

/**
 * Asks a model within the budget (law 5): its worst case is set apart first, the answer is kept under the question's hash,
 * and what it really cost is booked with it. The same question is never bought twice: a retried step reads the answer.
 *
 * When a step dies between the call and its booking, or the service hangs, nobody knows whether the answer was bought. So
 * the reservation stays until its lease is over and is then charged its worst case; the same is never asked again, and
 * the rules decide (`asked before`). A crash can cost an answer, never a second price.
 */
export async function ask<T>(deps: AskDeps, request: Request<T>): Promise<Asked<T>> {
  const call = await deps.model()
  if (typeof call === 'string') return { kind: 'not asked', why: call }
  const inTurn: InTurn = request.inTurn ?? ((work) => work())
  const begun = await inTurn(() => begin(deps, request))
  if (begun.kind !== 'reserved') return begun
  const reply = await call(request)
  return await inTurn(() => settled(deps, begun.call, reply))
}

type Begun<T> = { kind: 'reserved'; call: CallIn<'reserved'> } | Asked<T>

/** Its worst case set apart; or how it ends without a call. */
async function begin<T>(deps: AskDeps, request: Request<T>): Promise<Begun<T>> {
  const wanted = wantedCall(deps, request)
  const before = await deps.spending.find(wanted.hash, wanted.day)
  if (before?.status === 'settled') return remembered(before, request.schema)
  const rung = rungAt(await deps.spending.standing(wanted.day))
  if (!rung.may(request.model, { costlierHalf: request.worth !== 'cheaper half' }))
    return await skipped(deps, wanted, rung.name === 'rulesOnly' ? 'budget' : 'saving')
  const reserved = await deps.spending.reserve(wanted, { now: deps.now(), realNow: deps.realNow() })
  switch (reserved.kind) {
    case 'over budget':
      return await skipped(deps, wanted, 'budget')
    case 'taken':
      return { kind: 'no answer', why: 'asked before' }
    case 'reserved':
      return reserved
  }
}

function wantedCall<T>(deps: AskDeps, request: Request<T>): CallIn<'reserved'> {
  const { step, model, system, content, promptVersion, about, projectId, maxTokens } = request
  const now = deps.now()
  const schema = schemaText(request.schema)
  return {
    status: 'reserved',
    version: 1,
    hash: deps.fingerprint([step, model, promptVersion, system, content, schema]),
    ...{ step, model, prompt: promptVersion, projectId, about },
    day: localDate(now, request.timeZone),
    worst: worstCase(model, mostTokens(system, content, schema), maxTokens),
    askedAt: now.toISOString(),
    leaseUntil: new Date(deps.realNow().getTime() + LEASE_MS).toISOString(),
  }
}

const schemaTexts = new WeakMap<z.ZodType, string>()

/** What the service is sent of a schema, worked out once for each. */
export function schemaText(schema: z.ZodType): string {
  const text = schemaTexts.get(schema) ?? JSON.stringify(z.toJSONSchema(schema))
  schemaTexts.set(schema, text)
  return text
}

/** An answer of before is foreign input like any other: it is parsed again. */
function remembered<T>(call: CallIn<'settled'>, schema: z.ZodType<T>): Asked<T> {
  if (call.spoilt) return { kind: 'no answer', why: call.spoilt }
  const answer = schema.safeParse(call.answer)
  return answer.success
    ? { kind: 'answered', answer: answer.data, bought: false }
    : { kind: 'no answer', why: 'malformed' }
}

async function skipped(
  deps: AskDeps,
  { hash, step, projectId, about, day, askedAt }: ModelCall,
  why: 'saving' | 'budget',
): Promise<{ kind: 'not asked'; why: 'saving' | 'budget' }> {
  await deps.spending.skip({ hash, step, why, projectId, about, day, at: askedAt })
  return { kind: 'not asked', why }
}

async function settled<T>(deps: AskDeps, call: CallIn<'reserved'>, reply: Reply<T>): Promise<Asked<T>> {
  const next = { ...headOf(call), version: call.version + 1 }
  const at = deps.now()
  if (reply.kind === 'unavailable') {
    if (reply.cost === 'none') await deps.spending.release({ ...next, status: 'released' }, reply.reason, at)
    else await deps.spending.doubt(call.day, reply.reason, at)
    return { kind: 'no answer', why: 'unavailable' }
  }
  const cost = costOf(call.model, reply.usage)
  const booked = {
    ...next,
    status: 'settled' as const,
    usage: reply.usage,
    cost,
    settledAt: at.toISOString(),
  }
  if (reply.kind === 'spoilt') {
    await deps.spending.settle({ ...booked, answer: null, spoilt: reply.why }, at)
    return { kind: 'no answer', why: reply.why }
  }
  await deps.spending.settle({ ...booked, answer: reply.answer, spoilt: null }, at)
  return { kind: 'answered', answer: reply.answer, bought: true }
}
