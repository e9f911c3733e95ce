import { z } from 'zod'
import { faultFile } from '#src/sandbox/scenario/scenario-files.ts'
import { readBody } from './answer.ts'
import type { Answer } from './answer.ts'
import type { World } from './answering.ts'

const faultsBody = z.array(faultFile.partial({ at: true, target: true }))

/** `POST /_control/faults` replaces the faults, `GET /_control/journal` shows our writes; undefined for other paths. */
export function controlAnswer(
  asked: { method: string; url: string; body: unknown },
  world: Pick<World, 'faults' | 'site'>,
): Answer | undefined {
  switch (`${asked.method} ${asked.url}`) {
    case 'GET /_control/journal':
      return { status: 200, body: world.site.journal.all() }
    case 'POST /_control/faults': {
      const body = readBody(faultsBody, asked.body)
      if (!body.ok) return body.answer
      world.faults.set(body.value)
      return { status: 204 }
    }
    default:
      return undefined
  }
}
