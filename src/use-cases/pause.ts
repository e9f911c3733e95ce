import type { PauseDeps } from './deps.ts'

/** The agent has never run, so there is nothing to pause yet. */
export class NeverRan extends Error {
  override name = 'NeverRan'
}

/** Stops everything that would leave the workbench, or lets it go on. Watching goes on either way. */
export async function setPaused(deps: PauseDeps, { paused }: { paused: boolean; by: string }): Promise<void> {
  const running = await deps.running()
  if (!running) throw new NeverRan('The agent has not run yet.')
  if (running.paused === paused) return
  const pausedAt = paused ? deps.now().toISOString() : null
  await deps.beat({ ...running, version: running.version + 1, paused, pausedAt })
}
