import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { localPath, requirePm } from '#app/session.server.ts'

const form = z.object({ action: z.enum(['faster', 'stop', 'go']), to: z.string() })

/** Sets the pace of the demo's clock. */
export async function action({ request }: ActionFunctionArgs) {
  await requirePm(request)
  const asked = await orRefuse(readForm(request, form))
  await services.setPace(asked.action)
  return redirect(localPath(asked.to))
}
