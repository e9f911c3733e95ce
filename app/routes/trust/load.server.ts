import type { LoaderFunctionArgs } from '@remix-run/node'
import type { useLoaderData } from '@remix-run/react'
import { dialRow } from '#app/dial-row.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { simulationRows } from '#app/simulation.server.ts'
import { DIAL_WORDS } from '#src/domain/project.ts'

/** What the trust in a project's agent rests on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePm(request)
  const view = await orRefuse(services.viewTrust(params['project'] ?? ''))
  const { project, ladders, days, earned, missing, calibration, spotChecks, dryRun } = view
  const dial = dialRow({ project, earned, missing: missing.now })
  return {
    ...{ id: project.id, name: project.name, dial: dial.words, level: project.autonomyLevel },
    ...{ ladders, days, earned, calibration, spotChecks },
    next: missing.next && { ...missing.next, name: DIAL_WORDS[missing.next.level] },
    dryRun: dryRun && simulationRows(dryRun),
  }
}

/** What the loader gives, as the page receives it. */
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
