import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { unlessQueryOnly } from '#app/revalidation.ts'
import { act } from '#app/routes/decision/act.server.ts'
import { DecisionPage } from '#app/routes/decision/decision-page.tsx'
import { loader } from '#app/routes/decision/load.server.ts'
import { requirePm } from '#app/session.server.ts'

export { loader }
export const shouldRevalidate = unlessQueryOnly

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.asked.title} · Workbench` : 'Workbench' },
]

/** Chooses an option, takes the choice back, or puts the decision aside. */
export async function action({ request, params }: ActionFunctionArgs) {
  const session = await requirePm(request)
  const { project = '', id = '' } = params
  return act(request, session, { projectId: project, escalationId: id })
}

export default function Decision() {
  const loaded = useLoaderData<typeof loader>()
  const lost = useActionData<typeof action>()
  return <DecisionPage key={loaded.asked.id} loaded={loaded} lost={lost?.lost ?? null} />
}
