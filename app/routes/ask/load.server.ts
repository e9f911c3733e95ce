import { data, type LoaderFunctionArgs } from '@remix-run/node'
import type { useLoaderData } from '@remix-run/react'
import { orRefuse } from '#app/refusals.server.ts'
import { WHATS } from '#app/routes/ask/asks.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import type { AskedWhat } from '#src/domain/asked-act.ts'

const whatOf = (asked: string | undefined): AskedWhat | undefined => WHATS.find((each) => each === asked)

/** An act that the PM asks for by name. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePm(request)
  const what = whatOf(params['what'])
  if (what === undefined) throw data(null, { status: 404 })
  const given: Record<string, string> = { ...Object.fromEntries(new URL(request.url).searchParams), what }
  const view = await orRefuse(services.viewAsk(given))
  const { project, projects, people, ...known } = view
  return {
    ...{ what, given, ...known, form: services.pace().businessNow.toISOString() },
    projects: projects.map(({ id, name }) => ({ id, name })),
    project: project ? { id: project.id, observe: project.autonomyLevel === 'monitoring' } : null,
    people: people.map(({ id, name, role, class: is, accountId }) => ({
      id,
      name,
      role,
      is,
      inJira: accountId !== undefined,
    })),
  }
}

/** What the loader gives, as the form receives it. */
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
