import type { Act } from '#src/domain/act.ts'
import { DOCUMENT_WORDS, type ArtefactType } from '#src/domain/artefact.ts'
import type { ProjectDeps } from './deps.ts'
import { orderUpdate } from './order-update.ts'
import { NoSuchProject, TooLate } from './refusals.ts'

export type UndoDocument = { projectId: string; artefactType: ArtefactType; version: number; by: string }

/**
 * Takes the last change of a document back, by the same path as any act: planned with the PM's word, done by the
 * executor. `version` is the one that was read. Throws NoSuchProject, or TooLate when there is nothing to take back or
 * the document has changed since.
 */
export async function undoDocument(deps: ProjectDeps, asked: UndoDocument): Promise<Act> {
  const { projectId, artefactType, version, by } = asked
  const [project, document] = await Promise.all([
    deps.project(projectId),
    deps.artefact(projectId, artefactType),
  ])
  if (!project) throw new NoSuchProject('There is no such project.')
  if (!document || document.version === 0) throw new TooLate('There is no change to take back.')
  if (document.version !== version)
    throw new TooLate('The document has changed since you opened it. Look at the last change again.')
  try {
    return await orderUpdate(deps, {
      id: deps.newId(deps.now(), projectId, artefactType, version, 'undo'),
      ...{ project, artefactType },
      change: { op: 'restore', version, evidence: [] },
      summary: `${DOCUMENT_WORDS[artefactType]}: last change taken back`,
      why: `Taken back by ${by}`,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'Conflict')
      throw new TooLate('This change is already being taken back.', { cause: error })
    throw error
  }
}
