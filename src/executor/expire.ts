import type { Act, ActIn } from '#src/domain/act.ts'
import { isFrozen } from '#src/domain/away.ts'
import type { ExecutorDeps } from './deps.ts'
import { save } from './save-act.ts'

/**
 * Nobody approved it in time, so it does not go. While everything is paused or the PM is away nothing expires: its clock
 * stands still, and goes on from there (see use-cases/thaw).
 */
export async function expire(deps: ExecutorDeps, awaiting: ActIn<'awaiting'>): Promise<Act> {
  const { waitsUntil } = awaiting
  if (deps.now().toISOString() < waitsUntil) return awaiting
  if ((await deps.paused()) || isFrozen(await deps.away(), waitsUntil, deps.now())) return awaiting
  return await save(deps, awaiting, { status: 'expired' }, 'act_cancelled')
}
