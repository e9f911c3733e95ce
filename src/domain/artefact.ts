import { z } from 'zod'
import { instant } from './instant.ts'
import { raidChange, raidLog } from './raid-log.ts'

/** The artefacts that exist so far; each has its own content schema. */
export const artefactType = z.enum(['raid_log'])
export type ArtefactType = z.infer<typeof artefactType>

/** A document of a project, with the version before it as one-deep undo. */
export const artefact = z.object({
  id: z.string(),
  version: z.number().int(),
  projectId: z.string(),
  artefactType,
  content: raidLog,
  previousVersion: raidLog.nullable(),
  updatedAt: instant,
  summary: z.string(),
})
export type Artefact = z.infer<typeof artefact>

/** What one act changed, kept without expiry: the diff in which every field links to its evidence. */
export const artefactChange = z.object({
  projectId: z.string(),
  artefactType,
  version: z.number().int(),
  actId: z.string(),
  at: instant,
  changes: z.array(raidChange).min(1),
})
export type ArtefactChange = z.infer<typeof artefactChange>

/** The log before its first entry. */
export function emptyArtefact(projectId: string, type: ArtefactType, at: Date): Artefact {
  return {
    id: `${projectId}-${type}`,
    version: 0,
    projectId,
    artefactType: type,
    content: { items: [] },
    previousVersion: null,
    updatedAt: at.toISOString(),
    summary: 'No entries yet.',
  }
}
