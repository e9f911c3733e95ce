import { byCostOfDelay, interruptedOn, interruptsNow, type Waiting } from '#src/domain/attention.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { WorkingHours } from '#src/domain/project.ts'

/** What the limit of a day's interruptions is held against. */
export type AttentionDeps = {
  attention: {
    aDay(): Promise<number>
    /** The latest decisions, whatever became of them. */
    lately(): Promise<Escalation[]>
  }
  executor: { now(): Date; hours(): Promise<WorkingHours> }
}

/** The same, read once: for a step's work on one project, which knows of what it raises itself. */
export function readOnce<Deps extends AttentionDeps>(deps: Deps): Deps {
  let lately: Promise<Escalation[]> | undefined
  const { attention } = deps
  return { ...deps, attention: { ...attention, lately: () => (lately ??= attention.lately()) } }
}

/**
 * A decision as it is raised: it interrupts while the day has interruptions left or it can't wait for the next, and else waits quietly.
 * `known`: those of this step, which the index may not show yet.
 */
export async function attended(
  { attention, executor }: AttentionDeps,
  raised: Escalation,
  known: Iterable<Escalation>,
): Promise<Escalation> {
  const [aDay, lately, hours] = await Promise.all([attention.aDay(), attention.lately(), executor.hours()])
  const now = executor.now()
  const all = new Map([...lately, ...known].map((each) => [each.id, waitingOf(each)]))
  const before = interruptedOn([...all.values()], now, hours)
  const quiet = { ...waitingOf(raised), interruptedAt: null }
  const [loud] = interruptsNow([quiet], before, { aDay, hours }, now)
  return { ...raised, interruptedAt: loud ? now.toISOString() : null, beyondLimit: loud?.beyond ?? null }
}

/** The dearest to leave waiting first, so that it is the one that may interrupt. */
export function dearestFirst<T extends Pick<Escalation, 'decideBy' | 'importance' | 'since' | 'episode'>>(
  drafts: T[],
): T[] {
  const costly = (draft: T) => ({ ...draft, id: draft.episode, createdAt: draft.since })
  return drafts.toSorted((a, b) => byCostOfDelay(costly(a), costly(b)))
}

/** One that is older than the limit has interrupted when it was raised. */
export function waitingOf({ id, decideBy, importance, createdAt, interruptedAt }: Escalation): Waiting {
  return {
    id,
    decideBy,
    importance,
    createdAt,
    interruptedAt: interruptedAt === undefined ? createdAt : interruptedAt,
  }
}
