import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { rag } from '#src/domain/delivery-state.ts'

const form = z.object({ projectId: z.string(), version: z.coerce.number().int(), value: rag })

/** Sets a project's RAG. */
export async function action({ request }: ActionFunctionArgs) {
  const { name } = await requirePm(request)
  const asked = await orRefuse(readForm(request, form))
  await orRefuse(services.setRag({ ...asked, by: name }))
  return redirect(`/projects/${encodeURIComponent(asked.projectId)}`)
}
