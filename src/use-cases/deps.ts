import type { Act } from '#src/domain/act.ts'
import type { Running } from '#src/domain/cycle.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import type { Project } from '#src/domain/project.ts'

/** What answering a decision needs. `save` throws an error named `Conflict` when somebody else was first. */
export type DecisionDeps = {
  now(): Date
  realNow(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  project(id: string): Promise<Project | undefined>
  paused(): Promise<boolean>
  escalation(projectId: string, id: string): Promise<Escalation | undefined>
  acts(projectId: string, ids: string[]): Promise<Act[]>
  save(next: Escalation, also: { acts?: Act[]; events: ActivityEvent[]; cites?: string[] }): Promise<void>
}

/** What ruling over held acts needs. */
export type HeldActDeps = {
  now(): Date
  realNow(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  act(projectId: string, id: string): Promise<Act | undefined>
  saveAct(next: Act, also: { events: ActivityEvent[] }): Promise<void>
}

/** What pausing needs. */
export type PauseDeps = {
  now(): Date
  running(): Promise<Running | undefined>
  beat(next: Running): Promise<void>
}
