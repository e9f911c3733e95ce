import { z } from 'zod'
import { faultFile } from '#src/sandbox/scenario/scenario-files.ts'
import type { Answer, Incoming } from './answer.ts'
import type { Fault } from './fault-box.ts'

const faultsBody = z.array(faultFile.partial({ at: true, target: true }))

/** `POST /_control/faults` replaces the faults, `GET /_control/journal` shows our writes; undefined for other paths. */
export function controlAnswer(
  { method, url, body }: Incoming,
  double: {
    journal: () => readonly unknown[]
    setFaults: (faults: readonly Fault[]) => void
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
    default:
      return undefined
  }
}
