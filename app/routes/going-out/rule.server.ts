import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { localPath, requirePm } from '#app/session.server.ts'

const form = z.object({
  projectId: z.string(),
  actId: z.string(),
  ruling: z.enum(['stop', 'send-now']),
  to: z.string(),
})

/** Stops an act that waits to go out, or lets it go at once. */
export async function action({ request }: ActionFunctionArgs) {
  const { name: by } = await requirePm(request)
  const { projectId, actId, ruling, to } = await orRefuse(readForm(request, form))
  if (ruling === 'stop') {
    await orRefuse(services.stopHeld({ projectId, actId, by, reason: 'stopped by the PM' }))
  } else await orRefuse(services.sendNow({ projectId, actId, by }))
  return redirect(localPath(to))
}
