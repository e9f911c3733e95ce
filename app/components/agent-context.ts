import { createContext, useContext } from 'react'
import type { ScreenRow } from '#app/rows.ts'
import type { SourceReading } from '#src/domain/cycle.ts'
import type { RungWords } from '#src/domain/rung-words.ts'

/** The agent's latest sign of life, what it read then, since when it is paused, and how much waits to go out. */
export type Agent = {
  status: ScreenRow<'status'>
  readings: SourceReading[]
  pausedAt: string | null
  waiting: number
  /** While paused or away: of the things whose time has come, how many are still right and how many out of date; null: none. */
  waited: { right: number; stale: number } | null
  /** The PM's leave, until they have said that they are back; `isOver`: its end has gone by. `tells`: the deputy hears what comes. */
  away: { until: string | null; deputy: string | null; tells: boolean; isOver: boolean } | null
  /** How the agent saves on models; null while all is normal. */
  rung: RungWords | null
  /** What stands under a mail and under a comment as it goes; null: nothing. */
  marks: { mail: string | null; comment: string | null }
}

export const AgentContext = createContext<Agent>({
  status: { id: 'agent', version: 0, projectId: 'GLOBAL', state: 'never' },
  readings: [],
  pausedAt: null,
  waiting: 0,
  waited: null,
  away: null,
  rung: null,
  marks: { mail: null, comment: null },
})

/** How the agent is, as the header shows it. */
export function useAgent(): Agent {
  return useContext(AgentContext)
}
