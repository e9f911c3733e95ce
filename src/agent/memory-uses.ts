import type { ActivityEvent } from '#src/domain/event.ts'
import { mattered, type Memory } from '#src/domain/memory.ts'

export type MemoryUseDeps = {
  memory(projectId: string, id: string): Promise<Memory | undefined>
  /** Throws `Conflict` when one was changed or taken away meanwhile: the step is then run again. */
  saveMemories(next: Memory[], events?: ActivityEvent[]): Promise<void>
}

/** What something the PM taught was good for: `of`, its id; `what`: ids of signals, or of decisions. */
type Use = { projectId: string; of: string; what: string[] }

/** Counts a use, and tells it with `events`; once, however often the step is run. What was taken away stays away. */
export async function countUse(
  deps: MemoryUseDeps,
  { projectId, of, what }: Use,
  at: Date,
  events: ActivityEvent[] = [],
): Promise<void> {
  const before = await deps.memory(projectId, of)
  if (!before) return
  const next = mattered(before, what, at)
  if (next !== before) await deps.saveMemories([next], events)
}
