import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Places } from '#app/routes/frame/read-places.ts'
import { services } from '#app/services.server.ts'
import { whoAsks } from '#app/session.server.ts'

/** What the palette can lead to, but for the screens; plain JSON, which is read when it opens and at no other time. */
export async function loader({ request }: LoaderFunctionArgs) {
  const headers = { 'cache-control': 'no-store' }
  if (!(await whoAsks(request))) return Response.json({ message: 'Signed out.' }, { status: 401, headers })
  const { decisions, projects, changes } = await services.viewPlaces()
  const places: Places = {
    decisions: decisions.map(({ id, projectId, title, status }) => ({ id, projectId, title, status })),
    projects: projects.map(({ id, name }) => ({ id, name })),
    changes,
  }
  return Response.json(places, { headers })
}
