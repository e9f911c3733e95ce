import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Page } from '#app/components/page.tsx'
import { ProjectList } from '#app/components/project-list.tsx'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { DIAL_WORDS } from '#src/domain/project.ts'

export const meta: MetaFunction = () => [{ title: 'Projects · Workbench' }]

/** The projects that are watched. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePm(request)
  const projects = await services.listProjects()
  return projects.map(({ id, name, autonomyLevel }) => ({ id, name, dial: DIAL_WORDS[autonomyLevel] }))
}

export default function Projects() {
  return (
    <Page title="Projects">
      <ProjectList projects={useLoaderData<typeof loader>()} />
    </Page>
  )
}
