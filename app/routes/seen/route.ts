import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { seenCookie } from '#app/seen.server.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

/** Marks everything up to now as seen, on this device. */
export async function action({ request }: ActionFunctionArgs) {
  await requirePm(request)
  const { businessNow } = services.pace()
  return redirect('/', { headers: { 'set-cookie': await seenCookie.serialize(businessNow.toISOString()) } })
}
