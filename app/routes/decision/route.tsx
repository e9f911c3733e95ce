import { data, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { unlessQueryOnly } from '#app/revalidation.ts'
import { act } from '#app/routes/decision/act.server.ts'
import { DecisionPage } from '#app/routes/decision/decision-page.tsx'
import { loader } from '#app/routes/decision/load.server.ts'
import { NOTHING_MISSED } from '#app/routes/decision/missed.ts'
import { whoAsks } from '#app/session.server.ts'

export { loader }
export const shouldRevalidate = unlessQueryOnly

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.asked.title} · Workbench` : 'Workbench' },
]

/** Chooses an option, takes the choice back, or puts the decision aside. */
export async function action({ request, params }: ActionFunctionArgs) {
  const session = await whoAsks(request)
  // Not thrown: the page stays, with everything that was read and written on it.
  if (!session) return data({ ...NOTHING_MISSED, isSignedOut: true }, { status: 401 })
  const { project = '', id = '' } = params
  return act(request, session, { projectId: project, escalationId: id })
}

export default function Decision() {
  const loaded = useLoaderData<typeof loader>()
  const missed = useActionData<typeof action>() ?? NOTHING_MISSED
  return <DecisionPage key={loaded.asked.id} loaded={loaded} missed={missed} />
}
