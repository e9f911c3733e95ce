import type { ActivityEvent } from '#src/domain/event.ts'
import type { Running } from '#src/domain/cycle.ts'
import type { PauseDeps } from './deps.ts'

/** The agent has never run, so there is nothing to pause or to hasten yet. */
export class NeverRan extends Error {
  override name = 'NeverRan'
}

const TRIES = 5

/**
 * Changes the agent's own row by what `change` makes of it, or leaves it where that is undefined. The agent writes the same
 * row at every check; who comes second looks again. Whether it was changed. Throws {@link NeverRan}.
 */
export async function changeRunning(
  deps: PauseDeps,
  change: (running: Running) => Partial<Running> | undefined,
  events: ActivityEvent[] = [],
): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    const running = await deps.running()
    if (!running) throw new NeverRan('The agent has not run yet.')
    const changed = change(running)
    if (!changed) return false
    try {
      await deps.beat({ ...running, ...changed, version: running.version + 1 }, events)
      return true
    } catch (error) {
      if (tries === TRIES || !(error instanceof Error) || error.name !== 'Conflict') throw error
    }
  }
}
