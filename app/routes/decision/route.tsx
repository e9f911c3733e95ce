import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { textOfAct } from '#app/act-text.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { unlessQueryOnly } from '#app/revalidation.ts'
import { actRow, escalationRow } from '#app/rows.server.ts'
import { act } from '#app/routes/decision/act.server.ts'
import { DecisionPage } from '#app/routes/decision/decision-page.tsx'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

export const shouldRevalidate = unlessQueryOnly

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.asked.title} · Workbench` : 'Workbench' },
]

/** One matter, one choice. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { device, name } = await requirePm(request)
  const { project = '', id = '' } = params
  const view = await orRefuse(services.viewDecision({ projectId: project, id }))
  return {
    ...view,
    device,
    me: name,
    observe: view.project.autonomyLevel === 'monitoring',
    row: escalationRow(view.asked),
    acts: view.acts.map(actRow),
    drafts: view.asked.options.flatMap((option) =>
      option.acts.map(({ payload, summary }) => ({ optionId: option.id, summary, text: textOfAct(payload) })),
    ),
  }
}

/** Chooses an option, takes the choice back, or puts the decision aside. */
export async function action({ request, params }: ActionFunctionArgs) {
  const session = await requirePm(request)
  const { project = '', id = '' } = params
  return act(request, session, { projectId: project, escalationId: id })
}

export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

export default function Decision() {
  const loaded = useLoaderData<typeof loader>()
  const lost = useActionData<typeof action>()
  return <DecisionPage key={loaded.asked.id} loaded={loaded} lost={lost?.lost ?? null} />
}
