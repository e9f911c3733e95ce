import { changeRunning } from './change-running.ts'
import type { PauseDeps } from './deps.ts'

/** Stops everything that would leave the workbench, or lets it go on. Watching goes on either way. */
export async function setPaused(deps: PauseDeps, { paused }: { paused: boolean; by: string }): Promise<void> {
  const pausedAt = paused ? deps.now().toISOString() : null
  await changeRunning(deps, (running) => (running.paused === paused ? undefined : { paused, pausedAt }))
}
