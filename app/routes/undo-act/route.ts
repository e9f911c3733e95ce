import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { actPath } from '#app/act-words.ts'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { localPath, requirePm } from '#app/session.server.ts'

const form = z.object({ projectId: z.string(), actId: z.string(), to: z.string().optional() })

/** Undoes an act; unless told where to go on, the page of the act that does so says what becomes of it. */
export async function action({ request }: ActionFunctionArgs) {
  const { name: by } = await requirePm(request)
  const { to, ...asked } = await orRefuse(readForm(request, form))
  const undoing = await orRefuse(services.undoAct({ ...asked, by }))
  return redirect(to === undefined ? actPath(undoing) : localPath(to))
}
