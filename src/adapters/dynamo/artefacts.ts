import {
  artefact,
  artefactChange,
  type Artefact,
  type ArtefactChange,
  type ArtefactType,
} from '#src/domain/artefact.ts'
import { EMPTY_BACKLOG, type BacklogSummary } from '#src/domain/backlog-summary.ts'
import { EMPTY_DELIVERY, type DeliveryState } from '#src/domain/delivery-state.ts'
import type { RaidLog } from '#src/domain/raid-log.ts'
import { artefactSk, previousArtefactSk, projectPk } from './keys.ts'
import { artefactChangeRow, artefactRow, citeWrites } from './rows.ts'
import type { Table } from './table.ts'

const WORKING = ['raid_log', 'delivery_state', 'backlog_summary'] as const

/** `undone`: what the PM has taken back of them; it is not suggested again. */
type Working = { raid: RaidLog; delivery: DeliveryState; backlog: BacklogSummary; undone: string[] }

/** The project's documents and every change ever made to them. */
export function connectArtefacts(table: Table) {
  const read = async (projectId: string, SK: string): Promise<Artefact | undefined> => {
    const row = await table.get({ PK: projectPk(projectId), SK })
    return row && artefact.parse(row)
  }
  return {
    get: (projectId: string, type: ArtefactType) => read(projectId, artefactSk(type)),
    /** What it was before its last change. */
    previous: (projectId: string, type: ArtefactType) => read(projectId, previousArtefactSk(type)),
    /** What playbooks compare with: the documents that tickets and mails keep current. */
    working: async (projectId: string): Promise<Working> => {
      const keys = WORKING.map((type) => ({ PK: projectPk(projectId), SK: artefactSk(type) }))
      const found = (await table.getMany(keys)).map((row) => artefact.parse(row))
      const [raid, delivery, backlog] = WORKING.map((type) =>
        found.find((each) => each.artefactType === type),
      )
      return {
        raid: raid?.artefactType === 'raid_log' ? raid.content : { items: [] },
        delivery: delivery?.artefactType === 'delivery_state' ? delivery.content : EMPTY_DELIVERY,
        backlog: backlog?.artefactType === 'backlog_summary' ? backlog.content : EMPTY_BACKLOG,
        undone: [raid, delivery, backlog].flatMap((each) => each?.undone ?? []),
      }
    },
    /** Newest first. */
    changes: async (projectId: string, type: ArtefactType, limit = 50): Promise<ArtefactChange[]> => {
      const range = { beginsWith: `CHANGE#${type}#`, newestFirst: true, limit }
      const rows = await table.query(projectPk(projectId), range)
      return rows.map((row) => artefactChange.parse(row))
    },
    /** The next version, the one before it, the change between them, and what that cites, all or nothing. */
    save: (next: Artefact, before: Artefact, change: ArtefactChange): Promise<void> => {
      const cites = change.changes.flatMap((each) => each.evidence.map((claim) => claim.signalId))
      return table.write([
        { put: artefactRow(next), if: { version: before.version } },
        {
          put: {
            ...artefactRow(before),
            SK: previousArtefactSk(before.artefactType),
            type: 'artefact_previous',
          },
        },
        { put: artefactChangeRow(change), if: 'absent' },
        ...citeWrites(cites),
      ])
    },
  }
}
