import type { PauseDeps } from './deps.ts'

/** The agent has never run, so there is nothing to pause yet. */
export class NeverRan extends Error {
  override name = 'NeverRan'
}

/** The agent writes the same row at every check; who comes second looks again. */
const TRIES = 5

/** Stops everything that would leave the workbench, or lets it go on. Watching goes on either way. */
export async function setPaused(deps: PauseDeps, { paused }: { paused: boolean; by: string }): Promise<void> {
  for (let tries = 1; ; tries++) {
    const running = await deps.running()
    if (!running) throw new NeverRan('The agent has not run yet.')
    if (running.paused === paused) return
    const pausedAt = paused ? deps.now().toISOString() : null
    try {
      await deps.beat({ ...running, version: running.version + 1, paused, pausedAt })
      return
    } catch (error) {
      if (tries === TRIES || !(error instanceof Error) || error.name !== 'Conflict') throw error
    }
  }
}
