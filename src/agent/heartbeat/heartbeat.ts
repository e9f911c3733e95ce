import type { z } from 'zod'
import type { Pm } from '#src/domain/project.ts'
import type { SourceHealth, SourceName } from '#src/domain/cycle.ts'
import type { cycleStart, HealthReport } from '../messages.ts'

export type HeartbeatDeps = {
  now(): Date
  pm(): Promise<Pm>
  sources(): { source: SourceName; check(): Promise<string | null> }[]
}

/** Checks each connection's credentials and health. What it finds is recorded when the check ends. */
export async function heartbeat(
  deps: HeartbeatDeps,
  { slot }: z.infer<typeof cycleStart>,
): Promise<HealthReport> {
  const pm = await deps.pm()
  const sources = deps.sources()
  const health = await Promise.all(
    sources.map(async ({ source, check }): Promise<SourceHealth> => {
      const reason = await check()
      return { source, ok: reason === null, reason }
    }),
  )
  const { name: pmName, email: pmEmail, workingHours, internalDomains } = pm
  const desk = { pmName, pmEmail, workingHours, internalDomains }
  return { slot, startedAt: deps.now().toISOString(), desk, health }
}
