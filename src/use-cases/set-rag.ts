import type { Act } from '#src/domain/act.ts'
import type { Rag } from '#src/domain/delivery-state.ts'
import type { ProjectDeps } from './deps.ts'
import { orderUpdate } from './order-update.ts'
import { NoSuchProject, TooLate } from './refusals.ts'

export type SetRag = { projectId: string; version: number; value: Rag; by: string }

/**
 * Sets a project's RAG: the PM's alone, the agent only proposes one. `version` is the delivery state's that was read.
 * Throws NoSuchProject, or TooLate when the same was asked for a moment before.
 */
export async function setRag(deps: ProjectDeps, { projectId, version, value, by }: SetRag): Promise<Act> {
  const project = await deps.project(projectId)
  if (!project) throw new NoSuchProject('There is no such project.')
  try {
    return await orderUpdate(deps, {
      id: deps.newId(deps.now(), projectId, 'rag', version, value),
      ...{ project, artefactType: 'delivery_state' },
      change: { op: 'rag', value, evidence: [] },
      summary: 'Delivery state: RAG',
      why: `Set by ${by}`,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'Conflict')
      throw new TooLate('The RAG was set a moment before.', { cause: error })
    throw error
  }
}
