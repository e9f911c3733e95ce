import { addDays } from 'date-fns/addDays'
import { rework, type Rework } from '#src/domain/escalation-reply.ts'
import { proposal, type Proposal } from '#src/domain/proposal.ts'
import { chunksOf } from './chunks.ts'
import { projectPk, proposalPartSk, proposalSk, reworkSk } from './keys.ts'
import type { Table } from './table.ts'

/** Kept as long as the log of activity, so that what a check made of its signals can be explained. */
const DAYS_KEPT = 30
/** DynamoDB takes rows of up to 400 KB. */
const ROW_BYTES = 300_000

type List = 'drafts' | 'acts' | 'updates'
const LISTS: readonly List[] = ['drafts', 'acts', 'updates']

/**
 * What reasoning proposed, by project, check and page, in as many rows as it takes: a flood makes more of a project than a row
 * holds. A step that is run again writes the same rows again.
 */
export function connectProposals(table: Table) {
  return {
    get: async (projectId: string, slot: string, page: number): Promise<Proposal | undefined> => {
      const row = await table.get({ PK: projectPk(projectId), SK: proposalSk(slot, page) })
      if (!row) return undefined
      const beginsWith = proposalPartSk(slot, page, '')
      const more = row['isWhole'] === true ? [] : await table.query(projectPk(projectId), { beginsWith })
      const whole = LISTS.map((list) => [list, [row, ...more].flatMap((part) => part[list] ?? [])] as const)
      return proposal.parse({ ...row, ...Object.fromEntries(whole) })
    },
    save: async (next: Proposal): Promise<void> => {
      const { projectId, slot, page } = next
      const [first = [], ...more] = chunksOf(itemsOf(next), ROW_BYTES)
      const key = { PK: projectPk(projectId), type: 'proposal' }
      const kept = { expiresAt: Math.floor(addDays(new Date(slot), DAYS_KEPT).getTime() / 1000) }
      // The first row says that the proposal is there, so it comes last.
      for (const [n, part] of more.entries()) {
        const SK = proposalPartSk(slot, page, String(n + 1).padStart(3, '0'))
        await table.write([{ put: { ...key, SK, ...kept, ...listsOf(part) } }])
      }
      const whole = { ...next, ...listsOf(first), isWhole: more.length === 0 }
      await table.write([{ put: { ...whole, ...key, SK: proposalSk(slot, page), ...kept } }])
    },
    /** What came of the PM's reply to this version of a decision. */
    rework: async (projectId: string, escalationId: string, version: number): Promise<Rework | undefined> => {
      const row = await table.get({ PK: projectPk(projectId), SK: reworkSk(escalationId, version) })
      return row && rework.parse(row)
    },
    saveRework: (made: Rework): Promise<void> => {
      const { projectId, escalationId, version, repliedAt } = made
      const key = { PK: projectPk(projectId), SK: reworkSk(escalationId, version), type: 'rework' }
      const expiresAt = Math.floor(addDays(new Date(repliedAt), DAYS_KEPT).getTime() / 1000)
      return table.write([{ put: { ...made, ...key, expiresAt } }])
    },
  }
}

type Item = { list: List; item: unknown }

function itemsOf(next: Proposal): Item[] {
  return LISTS.flatMap((list) => next[list].map((item) => ({ list, item })))
}

function listsOf(part: Item[]): Record<List, unknown[]> {
  const of = (wanted: List) => part.flatMap(({ list, item }) => (list === wanted ? [item] : []))
  return { drafts: of('drafts'), acts: of('acts'), updates: of('updates') }
}
