import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { localPath, requirePm } from '#app/session.server.ts'

const form = z.object({ projectId: z.string(), actId: z.string(), to: z.string() })

/** Takes back what the PM asked for, within its ten seconds. */
export async function action({ request }: ActionFunctionArgs) {
  const { name: by } = await requirePm(request)
  const { to, ...asked } = await orRefuse(readForm(request, form))
  await orRefuse(services.takeBack({ ...asked, by }))
  return redirect(localPath(to))
}
