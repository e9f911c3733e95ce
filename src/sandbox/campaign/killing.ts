import { FunctionFailed, type FunctionName, type Invoke } from '#src/sandbox/cloud/functions.ts'
import type { WorkerPool } from '#src/sandbox/cloud/worker-pool.ts'

/** The two steps that read and write what intake is made of. */
const KILLED: ReadonlySet<FunctionName> = new Set(['detect-changes', 'normalise'])

/**
 * Kills the worker of each such call after its first request, then the next worker after its second, and so on until one
 * has fewer requests than that and comes to its end. Between two requests nothing of a function is seen outside, so these
 * are all the places where dying makes a difference.
 */
export function killing(pool: WorkerPool): Invoke {
  return async (name, payload) => {
    if (!KILLED.has(name)) return await pool.invoke(name, payload)
    for (let n = 1; ; n++) {
      pool.killNext(name, `after:${n}`)
      try {
        return await pool.invoke(name, payload)
      } catch (error) {
        if (!(error instanceof FunctionFailed) || error.name !== 'Lambda.Unknown') throw error
      }
    }
  }
}
