import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { services } from '#app/services.server.ts'
import { noCookie, sessionIdOf } from '#app/session.server.ts'

/** Revokes the session and takes its cookie away. */
export async function action({ request }: ActionFunctionArgs) {
  const id = await sessionIdOf(request)
  if (id !== undefined) await services.signOut(id)
  return redirect('/sign-in', { headers: { 'set-cookie': await noCookie(request) } })
}

/** Nothing to read here. */
export const loader = () => redirect('/')
