import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { localPath, requirePm } from '#app/session.server.ts'
import { autonomyLevel } from '#src/domain/project.ts'

const form = z.object({
  projectId: z.string(),
  version: z.coerce.number().int(),
  level: autonomyLevel,
  to: z.string(),
})

/** Turns a project's dial. */
export async function action({ request }: ActionFunctionArgs) {
  const { name: by } = await requirePm(request)
  const { to, ...turn } = await orRefuse(readForm(request, form))
  await orRefuse(services.setDial({ ...turn, by }))
  return redirect(localPath(to))
}
