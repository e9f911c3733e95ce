import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { localPath, requirePm } from '#app/session.server.ts'

const form = z.object({
  paused: z.enum(['yes', 'no']),
  /** What becomes of what waited; without a word it has to be looked at first. */
  waited: z.literal('send-none').optional(),
  to: z.string(),
})

/** Stops what would leave the workbench, or lets it go on. */
export async function action({ request }: ActionFunctionArgs) {
  const { name } = await requirePm(request)
  const { paused, waited, to } = await orRefuse(readForm(request, form))
  if (paused === 'yes') {
    await orRefuse(services.pause(name))
    return redirect(localPath(to))
  }
  const done = await orRefuse(
    services.resume({ by: name, sendNone: waited === 'send-none' }).then(() => true, unruled),
  )
  return redirect(done ? localPath(to) : '/going-out')
}

/** What waited and nobody has ruled on is shown; any other refusal rises as it is. */
function unruled(error: unknown): false {
  if (error instanceof Error && error.name === 'ThingsWait') return false
  throw error
}
