import type { LoaderFunctionArgs } from '@remix-run/node'
import type { useLoaderData } from '@remix-run/react'
import { draftOf } from '#app/draft.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { actRow, escalationRow } from '#app/rows.server.ts'
import { doneAs, services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

/** One matter, one choice. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { device, name } = await requirePm(request)
  const { project = '', id = '' } = params
  const view = await orRefuse(services.viewDecision({ projectId: project, id }))
  const done = view.tried.filter(({ status }) => status === 'done')
  return {
    ...view,
    device,
    me: name,
    observe: view.project.autonomyLevel === 'monitoring',
    row: escalationRow(view.asked),
    acts: view.acts.map(actRow),
    /** Acts of the choice that other acts have undone. */
    undone: view.acts.flatMap(({ id, undoneBy }) => (undoneBy === null ? [] : id)),
    tried: view.tried.map(actRow),
    drafts: view.asked.options.flatMap((option) =>
      option.acts.map((each, actIndex) => {
        const before = doneAs(each, done)
        return {
          ...{ optionId: option.id, actIndex, summary: each.summary },
          draft: draftOf(each.payload, view.people),
          /** What an earlier choice did already, and this one does not do again. */
          done: before ? actRow(before) : null,
        }
      }),
    ),
  }
}

/** What the loader gives, as the page receives it. */
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
