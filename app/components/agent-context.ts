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
  /** While paused: of the things whose time has come, how many are still right and how many out of date; null: none. */
  waited: { right: number; stale: number } | null
  /** How the agent saves on models; null while all is normal. */
  rung: RungWords | null
}

export const AgentContext = createContext<Agent>({
  status: { id: 'agent', version: 0, projectId: 'GLOBAL', state: 'never' },
  readings: [],
  pausedAt: null,
  waiting: 0,
  waited: null,
  rung: null,
})

/** How the agent is, as the header shows it. */
export function useAgent(): Agent {
  return useContext(AgentContext)
}
