import type { Act } from '#src/domain/act.ts'
import type { ArtefactType } from '#src/domain/artefact.ts'
import type { DocumentChange } from '#src/domain/document-change.ts'
import type { Project } from '#src/domain/project.ts'
import type { ProjectDeps } from './deps.ts'
import { orderedAct } from './order-act.ts'

export type Order = {
  id: string
  project: Project
  artefactType: ArtefactType
  change: DocumentChange
  summary: string
  why: string
}

/** Plans a change of a document with the PM's word; the executor does it as it does any act. Throws `Conflict`. */
export async function orderUpdate(deps: ProjectDeps, order: Order): Promise<Act> {
  const { id, project, artefactType, change, summary, why } = order
  const payload = { kind: 'artefact_update' as const, artefactType, changes: [change] }
  const planned = await orderedAct(deps, { id, project, payload, summary, why, notBefore: deps.realNow() })
  await deps.saveAct(planned, { events: [] })
  return planned
}
