import {
  emptyArtefact,
  nextArtefact,
  type Artefact,
  type ArtefactChange,
  type ArtefactType,
} from '#src/domain/artefact.ts'
import { ChangeDoesNotFit } from '#src/domain/raid-log.ts'
import { revertsBetween } from '#src/domain/revert.ts'
import { HandRefused, type Hand } from '../deps.ts'
import { of } from './jira-hands.ts'

/** What the hand needs of the documents' store. */
export type ArtefactWrites = {
  now(): Date
  get(projectId: string, type: ArtefactType): Promise<Artefact | undefined>
  previous(projectId: string, type: ArtefactType): Promise<Artefact | undefined>
  changes(projectId: string, type: ArtefactType): Promise<ArtefactChange[]>
  save(next: Artefact, before: Artefact, change: ArtefactChange): Promise<void>
}

/** Writes a document's next version, the one before it for one-deep undo, and the change with its evidence, in one transaction. */
export function artefactHand(artefacts: ArtefactWrites): Hand {
  const find: Hand['find'] = async (act) => {
    const { artefactType } = of('artefact_update', act.payload)
    const made = (await artefacts.changes(act.projectId, artefactType)).find((each) => each.actId === act.id)
    return made && { id: String(made.version), url: null, at: made.at }
  }
  return {
    find,
    perform: async ({ act }) => {
      const { artefactType, changes } = of('artefact_update', act.payload)
      const at = artefacts.now()
      const current =
        (await artefacts.get(act.projectId, artefactType)) ?? emptyArtefact(act.projectId, artefactType, at)
      const restores = changes.some(({ op }) => op === 'restore')
      const before = restores ? await artefacts.previous(act.projectId, artefactType) : undefined
      const next = fit(() => nextArtefact(current, changes, at, before))
      const { version } = next
      const when = at.toISOString()
      await artefacts.save(next, current, {
        ...{ projectId: act.projectId, artefactType, version, actId: act.id, at: when, changes },
        reverts: revertsBetween(current.content, next.content),
      })
      return { id: String(version), url: null, at: when }
    },
  }
}

function fit(apply: () => Artefact): Artefact {
  try {
    return apply()
  } catch (error) {
    if (error instanceof ChangeDoesNotFit) throw new HandRefused(error.message, { cause: error })
    throw error
  }
}
