import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { localPath, requirePm } from '#app/session.server.ts'
import { artefactType } from '#src/domain/artefact.ts'

const form = z.object({
  projectId: z.string(),
  artefactType,
  version: z.coerce.number().int(),
  to: z.string(),
})

/** Takes the last change of a document back. */
export async function action({ request }: ActionFunctionArgs) {
  const { name: by } = await requirePm(request)
  const { to, ...asked } = await orRefuse(readForm(request, form))
  await orRefuse(services.undoDocument({ ...asked, by }))
  return redirect(localPath(to))
}
