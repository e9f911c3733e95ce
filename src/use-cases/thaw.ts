import type { Act } from '#src/domain/act.ts'
import { addWorkingMinutes, workingMinutesBetween } from '#src/domain/calendar.ts'
import type { WorkingHours } from '#src/domain/project.ts'
import type { HeldActDeps } from './deps.ts'

export type ThawDeps = Pick<HeldActDeps, 'now' | 'hours' | 'saveAct'> & {
  acts: { list(status: Act['status'], limit?: number): Promise<Act[]> }
}

/** What is due at `at` has as many working minutes left as it had when clocks stopped, or when it came about since. */
export function leftAt(since: string, now: Date, hours: WorkingHours) {
  return ({ at, createdAt }: { at: string; createdAt: string }): string => {
    const stood = new Date(createdAt > since ? createdAt : since)
    return addWorkingMinutes(now, workingMinutesBetween(stood, new Date(at), hours), hours).toISOString()
  }
}

/** The clocks of acts that wait stood still since then: each goes on from where it stood. */
export async function thawActs(
  deps: ThawDeps,
  since: string,
  statuses: readonly ('awaiting' | 'held')[],
): Promise<void> {
  const later = leftAt(since, deps.now(), await deps.hours())
  const waiting = (await Promise.all(statuses.map((status) => deps.acts.list(status)))).flat()
  for (const act of waiting) await unlessConflict(deps.saveAct(movedOn(act, later), { events: [] }))
}

function movedOn(act: Act, later: ReturnType<typeof leftAt>): Act {
  const next = { ...act, version: act.version + 1 }
  const { createdAt } = next
  if (next.status === 'awaiting') return { ...next, waitsUntil: later({ at: next.waitsUntil, createdAt }) }
  return next.status === 'held' ? { ...next, heldUntil: later({ at: next.heldUntil, createdAt }) } : next
}

/** Whoever ruled on it a moment before has given it its time. */
export async function unlessConflict(saving: Promise<void>): Promise<void> {
  try {
    await saving
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Conflict') throw error
  }
}
