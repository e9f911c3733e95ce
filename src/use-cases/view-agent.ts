import { agentStatus, type AgentStatus, type CycleRecord, type Running } from '#src/domain/cycle.ts'
import type { Pm } from '#src/domain/project.ts'

export type ViewStatusDeps = {
  now(): Date
  pm(): Promise<Pm>
  cycles: { running(): Promise<Running | undefined> }
}

/** `running` is the latest sign of life; undefined before the first check. */
export type StatusView = { pm: Pm; status: AgentStatus; running: Running | undefined }

/**
 * How the agent is, from its latest heartbeat. The time is taken first: at a demo's pace the reading itself would
 * otherwise age the heartbeat by hours.
 */
export async function viewStatus(deps: ViewStatusDeps): Promise<StatusView> {
  const now = deps.now()
  const [pm, running] = await Promise.all([deps.pm(), deps.cycles.running()])
  return { pm, running, status: agentStatus(now, pm.tickMinutes, running) }
}

/** The last checks, newest first. */
export function lastChecks(deps: {
  now(): Date
  cycles: { recent(asked: { now: Date; limit: number }): Promise<CycleRecord[]> }
}): Promise<CycleRecord[]> {
  return deps.cycles.recent({ now: deps.now(), limit: 20 })
}
