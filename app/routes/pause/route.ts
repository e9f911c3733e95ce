import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { localPath, requirePm } from '#app/session.server.ts'

const form = z.object({ paused: z.enum(['yes', 'no']), to: z.string() })

/** Stops what would leave the workbench, or lets it go on. */
export async function action({ request }: ActionFunctionArgs) {
  const { name } = await requirePm(request)
  const { paused, to } = await orRefuse(readForm(request, form))
  await orRefuse(services.setPaused({ paused: paused === 'yes', by: name }))
  return redirect(localPath(to))
}
