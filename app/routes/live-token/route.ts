import type { LoaderFunctionArgs } from '@remix-run/node'
import { services } from '#app/services.server.ts'
import { whoAsks } from '#app/session.server.ts'

/** A ten-minute ticket for the live connection, for who is signed in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const headers = { 'cache-control': 'no-store' }
  const session = await whoAsks(request)
  if (!session) return Response.json({ message: 'Signed out.' }, { status: 401, headers })
  return Response.json(await services.liveToken(session.email), { headers })
}
