import { act, type Act } from '#src/domain/act.ts'
import type { ArtefactType } from '#src/domain/artefact.ts'
import { confidenceOf } from '#src/domain/confidence.ts'
import type { DocumentChange } from '#src/domain/document-change.ts'
import type { Project } from '#src/domain/project.ts'
import type { ProjectDeps } from './deps.ts'

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
  const at = deps.now().toISOString()
  const calm = { contradictions: [], sources: ['pm'], schemaProblem: null, precedents: [] }
  const planned = act.parse({
    ...{ id, version: 1, projectId: project.id, matterId: project.id, ref: project.id },
    kind: 'artefact_update',
    payload: { kind: 'artefact_update', artefactType, changes: [change] },
    ...{ summary, why, evidence: [], premise: null, escalationId: null, after: null },
    gate: {
      ...{ dial: project.autonomyLevel, paused: await deps.paused(), boundary: 'approval', fate: 'do', at },
      confidence: confidenceOf({ ...calm, boundary: 'approval', sourcesWanted: 1 }),
      reasons: ['asked for by the PM'],
    },
    ...{ createdAt: at, updatedAt: at },
    ...{ status: 'planned', outcome: 'approved', notBefore: deps.realNow().toISOString() },
  })
  await deps.saveAct(planned, { events: [] })
  return planned
}
