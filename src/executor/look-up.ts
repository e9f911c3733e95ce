import type { ActIn } from '#src/domain/act.ts'
import type { ExecutorDeps } from './deps.ts'

/**
 * Asks the provider what became of an act; twice, since one answer that was lost on its way is no reason to leave it open.
 */
export async function lookUp(deps: ExecutorDeps, of: ActIn<'executing'> | ActIn<'unknown'>) {
  const { find } = deps.hands[of.payload.kind]
  try {
    return { known: 'answer', receipt: await find(of).catch(() => find(of)) } as const
  } catch (error) {
    return { known: 'no answer', why: error instanceof Error ? error.message : String(error) } as const
  }
}
