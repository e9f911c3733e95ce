import { subMilliseconds } from 'date-fns/subMilliseconds'
import { z } from 'zod'
import type { Act } from '#src/domain/act.ts'
import { isFrozen } from '#src/domain/away.ts'
import { expire, type Escalation } from '#src/domain/escalation.ts'
import { eventOf, type ActivityEvent, type EventKind } from '#src/domain/event.ts'
import { instant } from '#src/domain/instant.ts'
import { bringBack } from '#src/domain/put-aside.ts'
import type { ExecutorDeps } from '#src/executor/deps.ts'
import { performDue } from '#src/executor/perform.ts'
import { speakUp, type SpeakUpDeps } from './speak-up.ts'

/** Woken for one act by on-change, or by the schedule to sweep up whatever is due. */
export const releaseEvent = z.union([
  z.object({ projectId: z.string(), actId: z.string() }),
  z.object({ scheduledAt: instant }),
])

export type ReleaseDeps = Pick<SpeakUpDeps, 'attention'> & {
  executor: ExecutorDeps
  dueActs(now: Date, realNow: Date): Promise<Act[]>
  dueEscalations(now: Date): Promise<Escalation[]>
  saveEscalation(next: Escalation, also: { events: ActivityEvent[] }): Promise<void>
  sleepUntilReal(at: Date): Promise<void>
}

/** Read one after the other. */
const ONE_CLOCK_MS = 1_000
/** No clock is further off; what the schedule asked longer ago than that was late on its way, and it is now all the same. */
const MOST_WRONG_MS = 15 * 60_000

export type Released = { looked: number }

/** Performs what is due: a chosen act after its ten seconds, a hold whose time has come, a lease that ran out. */
export async function releaseHolds(
  deps: ReleaseDeps,
  event: z.infer<typeof releaseEvent>,
): Promise<Released> {
  if ('actId' in event) return await releaseOne(deps, event)
  const executor = atItsTime(deps.executor, new Date(event.scheduledAt))
  const acts = await deps.dueActs(executor.now(), executor.realNow())
  const escalations = await deps.dueEscalations(executor.now())
  await each(acts, (act) => performDue(executor, act))
  await each(escalations, (asked) => turnOne({ ...deps, executor }, asked))
  await speakUp({ ...deps, executor })
  return { looked: acts.length + escalations.length }
}

/**
 * A sweep goes by its scheduled time and not by the clock of the machine it runs on, which may be wrong either way: what is
 * not due by then is left to the next one. In AWS the executor's two clocks are one; where they are two, the schedule tells
 * business time only.
 */
function atItsTime(executor: ExecutorDeps, scheduledAt: Date): ExecutorDeps {
  const { now, realNow } = executor
  const aheadMs = now().getTime() - scheduledAt.getTime()
  if (Math.abs(aheadMs) > MOST_WRONG_MS) return executor
  const isOneClock = Math.abs(now().getTime() - realNow().getTime()) < ONE_CLOCK_MS
  return {
    ...executor,
    now: () => subMilliseconds(now(), aheadMs),
    realNow: () => (isOneClock ? subMilliseconds(realNow(), aheadMs) : realNow()),
  }
}

/** One after the other; one that fails does not keep the rest waiting, and is not forgotten either. */
async function each<T>(items: T[], todo: (item: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = []
  for (const item of items) await todo(item).catch((error: unknown) => failures.push(error))
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} of ${items.length} due: ${failures.map(String).join('; ')}`,
    )
}

async function releaseOne(
  deps: ReleaseDeps,
  { projectId, actId }: { projectId: string; actId: string },
): Promise<Released> {
  const found = await deps.executor.act(projectId, actId)
  if (found?.status !== 'planned') return { looked: 0 }
  await deps.sleepUntilReal(new Date(found.notBefore))
  const current = await deps.executor.act(projectId, actId)
  if (current) await performDue(deps.executor, current)
  return { looked: 1 }
}

/** Past its time: it stays open for an answer, and nothing goes out because nobody answered. Put off: it is asked again. */
async function turnOne(deps: ReleaseDeps, asked: Escalation): Promise<void> {
  const now = deps.executor.now()
  if (asked.status === 'snoozed' && asked.until <= now.toISOString()) {
    await save(deps, bringBack(asked, now), 'escalation_returned', `Asked again: ${asked.title}`)
    return
  }
  if (asked.status !== 'pending' || !asked.decideBy || asked.decideBy > now.toISOString()) return
  if (isFrozen(await deps.executor.away(), asked.decideBy, now)) return
  const text = `Past its time: ${asked.title}. Nothing was sent.`
  await save(deps, expire(asked, now), 'escalation_expired', text)
}

/** Whoever was first has ruled on it; then there is nothing to do. */
async function save(deps: ReleaseDeps, next: Escalation, kind: EventKind, text: string): Promise<void> {
  const at = deps.executor.now()
  const about = { id: deps.executor.newId(at, next.id, next.version, kind), projectId: next.projectId }
  const event = eventOf({ ...about, kind, text, ref: next.refs[0] ?? null, escalationId: next.id }, at)
  try {
    await deps.saveEscalation(next, { events: [event] })
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Conflict') throw error
  }
}
