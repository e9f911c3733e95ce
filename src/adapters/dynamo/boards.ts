import { z } from 'zod'
import { boardSprint, type BoardSprint } from '#src/domain/jira-issue.ts'
import { BOARD_SK, projectPk } from './keys.ts'
import type { Table } from './table.ts'

const board = z.object({ sprints: z.array(boardSprint) })

/** The running and coming sprints of a project's boards, as they were last read. */
export function connectBoards(table: Table) {
  const keyOf = (projectId: string) => ({ PK: projectPk(projectId), SK: BOARD_SK })
  return {
    sprints: async (projectId: string): Promise<BoardSprint[]> => {
      const row = await table.get(keyOf(projectId))
      return row ? board.parse(row).sprints : []
    },
    save: (projectId: string, sprints: BoardSprint[]): Promise<void> =>
      table.write([{ put: { ...keyOf(projectId), type: 'board', sprints } }]),
  }
}
