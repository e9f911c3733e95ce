import type { LoaderFunctionArgs } from '@remix-run/node'
import type { useLoaderData } from '@remix-run/react'
import { draftOf } from '#app/draft.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { actRow, escalationRow } from '#app/rows.server.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

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
      option.acts.map(({ payload, summary }, actIndex) => ({
        ...{ optionId: option.id, actIndex, summary },
        draft: draftOf(payload, view.people),
      })),
    ),
  }
}

/** What the loader gives, as the page receives it. */
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
