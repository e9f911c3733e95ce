import { emptyArtefact, type Artefact, type ArtefactChange, type ArtefactType } from '#src/domain/artefact.ts'
import { applyRaidChanges, ChangeDoesNotFit, type RaidLog } from '#src/domain/raid-log.ts'
import { HandRefused, type Hand } from '../deps.ts'
import { of } from './jira-hands.ts'

/** What the hand needs of the documents' store. */
export type ArtefactWrites = {
  now(): Date
  get(projectId: string, type: ArtefactType): Promise<Artefact | undefined>
  changes(projectId: string, type: ArtefactType): Promise<ArtefactChange[]>
  save(next: Artefact, change: ArtefactChange): Promise<void>
}

/** Writes a document's next version, its one-deep undo and the change with its evidence, in one transaction. */
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
      const content = fit(() => applyRaidChanges(current.content, changes, at))
      const version = current.version + 1
      const next: Artefact = {
        ...current,
        version,
        content,
        previousVersion: current.content,
        updatedAt: at.toISOString(),
        summary: summaryOf(content),
      }
      const change = {
        projectId: act.projectId,
        artefactType,
        version,
        actId: act.id,
        at: at.toISOString(),
        changes,
      }
      await artefacts.save(next, change)
      return { id: String(version), url: null, at: at.toISOString() }
    },
  }
}

function fit(apply: () => RaidLog): RaidLog {
  try {
    return apply()
  } catch (error) {
    if (error instanceof ChangeDoesNotFit) throw new HandRefused(error.message, { cause: error })
    throw error
  }
}

function summaryOf({ items }: RaidLog): string {
  const open = items.filter((item) => item.status === 'open' || item.status === 'mitigating').length
  return `${items.length} ${items.length === 1 ? 'entry' : 'entries'}, ${open} open`
}
