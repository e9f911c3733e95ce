import { addDays } from 'date-fns'
import { proposal, type Proposal } from '#src/domain/proposal.ts'
import { projectPk, proposalSk } from './keys.ts'
import type { Table } from './table.ts'

/** Kept as long as the log of activity, so that what a check made of its signals can be explained. */
const DAYS_KEPT = 30

/** What reasoning proposed, by project, check and page. A step that is run again writes the same row again. */
export function connectProposals(table: Table) {
  return {
    get: async (projectId: string, slot: string, page: number): Promise<Proposal | undefined> => {
      const row = await table.get({ PK: projectPk(projectId), SK: proposalSk(slot, page) })
      return row && proposal.parse(row)
    },
    save: (next: Proposal): Promise<void> =>
      table.write([
        {
          put: {
            ...next,
            PK: projectPk(next.projectId),
            SK: proposalSk(next.slot, next.page),
            type: 'proposal',
            expiresAt: Math.floor(addDays(new Date(next.slot), DAYS_KEPT).getTime() / 1000),
          },
        },
      ]),
  }
}
