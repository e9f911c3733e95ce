import type { Act } from '#src/domain/act.ts'
import { stopsApproved } from '#src/domain/gate.ts'
import type { ExecutorDeps } from './deps.ts'

export type Hindrance = 'paused' | { reason: string } | null

/** What speaks against acting at this moment; the dial and the pause are read last, just before it happens. */
export async function hindrance(deps: ExecutorDeps, of: Act): Promise<Hindrance> {
  const problem = await deps.premiseProblem(of.premise)
  if (problem) return { reason: problem }
  const project = await deps.project(of.projectId)
  const against = stopsApproved(of.kind, project?.autonomyLevel ?? 'monitoring', await deps.paused())
  return against === 'observe' ? { reason: 'the dial is at Observe' } : against
}

/** An act that comes after another waits for it, and falls with it. */
export async function waitsFor(deps: ExecutorDeps, of: Act): Promise<'not yet' | { reason: string } | null> {
  const first = of.after === null ? undefined : await deps.act(of.projectId, of.after)
  if (!first || first.status === 'done') return null
  const ended = first.status === 'failed' || first.status === 'cancelled' || first.status === 'expired'
  return ended ? { reason: `${first.summary} was not done` } : 'not yet'
}
