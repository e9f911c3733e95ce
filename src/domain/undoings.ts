import type { Act } from './act.ts'
import { isAlone } from './graduation.ts'

/** Something that the agent did alone, and when the PM undid it. */
export type Undoing = { act: Act; at: string }

const NOT_DONE: readonly Act['status'][] = ['cancelled', 'failed', 'refused', 'expired']

/** Every act among these that the agent did alone and that the PM has undone: by an act that says so, or a document's last change. */
export function undoingsIn(acts: Act[]): Undoing[] {
  const byId = new Map(acts.map((act) => [act.id, act]))
  const marked = acts.flatMap((act) =>
    isAlone(act) && act.undoneBy !== null
      ? [{ act, at: byId.get(act.undoneBy)?.updatedAt ?? act.updatedAt }]
      : [],
  )
  return [...marked, ...acts.flatMap((act) => restoredBy(act, acts))]
}

/** A document put back to the version before by name of the version, not of the act. */
function restoredBy(undoing: Act, acts: Act[]): Undoing[] {
  if (undoing.payload.kind !== 'artefact_update' || NOT_DONE.includes(undoing.status)) return []
  const restore = undoing.payload.changes.find(({ op }) => op === 'restore')
  const undone =
    restore?.op === 'restore' &&
    acts.find((each) => isAlone(each) && isVersion(each, undoing, restore.version))
  return undone ? [{ act: undone, at: undoing.createdAt }] : []
}

function isVersion(each: Act, { projectId, payload }: Act, version: number): boolean {
  return (
    each.status === 'done' &&
    each.projectId === projectId &&
    each.payload.kind === 'artefact_update' &&
    payload.kind === 'artefact_update' &&
    each.payload.artefactType === payload.artefactType &&
    each.receipt.id === String(version)
  )
}
