import { addDays } from 'date-fns/addDays'
import type { Act } from '#src/domain/act.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import type { Project } from '#src/domain/project.ts'
import { spotCheck, type SpotCheck } from '#src/domain/spot-check.ts'
import { projectPk, spotCheckSk } from './keys.ts'
import { projectWrite } from './projects.ts'
import { actWrite, eventWrites } from './rows.ts'
import type { Row, Table } from './table.ts'

/** As long as the acts that they are about. */
const KEPT_DAYS = 90

/** What comes of a mark: the act that carries it, and the dial where it is lowered, with the notice of that. */
export type WithMark = { acts: Act[]; project: Project | null; events: ActivityEvent[] }

/** Samples of what was done alone, and what the PM said of each. */
export function connectSpotChecks(table: Table) {
  return {
    get: async (projectId: string, id: string): Promise<SpotCheck | undefined> => {
      const row = await table.get({ PK: projectPk(projectId), SK: spotCheckSk(id) })
      return row && spotCheck.parse(row)
    },
    /** Newest first. */
    ofProject: async (projectId: string): Promise<SpotCheck[]> => {
      const rows = await table.query(projectPk(projectId), { beginsWith: spotCheckSk('') })
      return rows.map((row) => spotCheck.parse(row)).sort((a, b) => b.drawnAt.localeCompare(a.drawnAt))
    },
    /** A whole sample, once. Throws `Conflict` when it was drawn before. */
    draw: (sample: SpotCheck[], events: ActivityEvent[]): Promise<void> =>
      table.write([
        ...sample.map((each) => ({ put: rowOf(each), if: 'absent' as const })),
        ...eventWrites(events),
      ]),
    /** One transaction. Throws `Conflict` when it was marked, or the dial turned, a moment before. */
    mark: (next: SpotCheck, { acts, project, events }: WithMark): Promise<void> =>
      table.write([
        { put: rowOf(next), if: { version: next.version - 1 } },
        ...acts.map(actWrite),
        ...(project ? [projectWrite(project)] : []),
        ...eventWrites(events),
      ]),
  }
}

function rowOf(check: SpotCheck): Row {
  const expiresAt = Math.floor(addDays(new Date(check.drawnAt), KEPT_DAYS).getTime() / 1000)
  const key = { PK: projectPk(check.projectId), SK: spotCheckSk(check.id) }
  return { ...check, ...key, type: 'spot_check', expiresAt }
}
