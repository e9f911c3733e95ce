import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { coverCookie } from '#app/cover.server.ts'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { localPath, requirePm } from '#app/session.server.ts'

const form = z.object({ cover: z.enum(['yes', 'no']), to: z.string() })

/** Hides people and mail in this browser, or shows them again. */
export async function action({ request }: ActionFunctionArgs) {
  await requirePm(request)
  const { cover, to } = await orRefuse(readForm(request, form))
  return redirect(localPath(to), { headers: { 'set-cookie': await coverCookie.serialize(cover) } })
}
