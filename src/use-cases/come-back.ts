import type { Away } from '#src/domain/away.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import { changeRunning } from './change-running.ts'
import { said } from './go-away.ts'
import { ruleOnWaited, type ResumeDeps } from './resume.ts'
import { leftAt, thawActs, unlessConflict } from './thaw.ts'

type BackDeps = ResumeDeps & {
  escalations: {
    list(status: 'pending', limit?: number): Promise<Escalation[]>
    save(next: Escalation, also: { events: ActivityEvent[] }): Promise<void>
  }
}

/**
 * The PM is back. What fell due meanwhile is stopped with `sendNone`; otherwise they have ruled on each of it first, or it
 * throws ThingsWait. Everything else has the time left that it had when they went.
 */
export async function comeBack(
  deps: BackDeps,
  { by, sendNone }: { by: string; sendNone: boolean },
): Promise<void> {
  const running = await deps.running()
  if (!running?.away) return
  await ruleOnWaited(deps, { by, sendNone, reason: 'waited while you were away, sent none' })
  await thaw(deps, running.away)
  const event = said(deps, 'away_ended', `${by} is back`, deps.now())
  await changeRunning(deps, ({ away }) => (away ? { away: null } : undefined), [event])
}

/** The clocks stood still: each goes on from where it stood. A deadline that the world has set is left as it is. */
async function thaw(deps: BackDeps, { since }: Away): Promise<void> {
  await thawActs(deps, since, ['awaiting', 'held'])
  const later = leftAt(since, deps.now(), await deps.hours())
  for (const asked of await deps.escalations.list('pending')) {
    if (asked.decideBy === null || asked.decideByWhy !== null) continue
    const decideBy = later({ at: asked.decideBy, createdAt: asked.createdAt })
    const next = { ...asked, decideBy, version: asked.version + 1, updatedAt: deps.now().toISOString() }
    await unlessConflict(deps.escalations.save(next, { events: [] }))
  }
}
