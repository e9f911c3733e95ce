import type { LoaderFunctionArgs } from '@remix-run/node'
import type { ShouldRevalidateFunction } from '@remix-run/react'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

/** It is read when the palette opens; what a push brings meanwhile is no reason to read it again under the finger. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false

/** What the palette can lead to, but for the screens. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePm(request)
  const { decisions, projects, changes } = await services.viewPlaces()
  return {
    decisions: decisions.map(({ id, projectId, title, status }) => ({ id, projectId, title, status })),
    projects: projects.map(({ id, name }) => ({ id, name })),
    changes,
  }
}
