import { z } from 'zod'
import { faultFile } from '#src/sandbox/scenario/scenario-files.ts'
import type { Answer, Incoming } from './answer.ts'
import type { Fault } from './fault-box.ts'

/** What the vendor's console no longer grants, in the vendor's words. `inExchange`: what is granted stands in no token. */
export const grants = z.object({ missing: z.array(z.string()), inExchange: z.boolean().default(false) })
export type Grants = z.infer<typeof grants>

const faultsBody = z.array(faultFile.partial({ at: true, target: true }))

/**
 * `POST /_control/faults` replaces the faults, `POST /_control/grants` what the account may do, `GET /_control/journal` shows
 * our writes; undefined for other paths.
 */
export function controlAnswer(
  { method, url, body }: Incoming,
  double: {
    journal: () => readonly unknown[]
    setFaults: (faults: readonly Fault[]) => void
    setGrants?: (next: Grants) => void
    failed: (message: string) => unknown
  },
): Answer | undefined {
  switch (`${method} ${url}`) {
    case 'GET /_control/journal':
      return { status: 200, body: double.journal() }
    case 'POST /_control/faults': {
      const faults = faultsBody.safeParse(body)
      if (!faults.success) return { status: 400, body: double.failed(faults.error.message) }
      double.setFaults(faults.data)
      return { status: 204 }
    }
    case 'POST /_control/grants': {
      const read = grants.safeParse(body)
      if (!read.success) return { status: 400, body: double.failed(read.error.message) }
      double.setGrants?.(read.data)
      return { status: 204 }
    }
    default:
      return undefined
  }
}
