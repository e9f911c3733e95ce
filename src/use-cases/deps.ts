import type { Act } from '#src/domain/act.ts'
import type { Artefact, ArtefactType } from '#src/domain/artefact.ts'
import type { Running } from '#src/domain/cycle.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import type { Memory } from '#src/domain/memory.ts'
import type { Project, WorkingHours } from '#src/domain/project.ts'

/** What answering a decision needs. `save` throws an error named `Conflict` when somebody else was first. */
export type DecisionDeps = {
  now(): Date
  realNow(): Date
  /** Until when a choice that is made now can be taken back, in real time. */
  undoEnds(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  project(id: string): Promise<Project | undefined>
  paused(): Promise<boolean>
  hours(): Promise<WorkingHours>
  escalation(projectId: string, id: string): Promise<Escalation | undefined>
  acts(projectId: string, ids: string[]): Promise<Act[]>
  /** `learned`: from how it was answered; `unlearned`: ids of what no longer holds. */
  save(
    next: Escalation,
    also: {
      acts?: Act[]
      events: ActivityEvent[]
      cites?: string[]
      learned?: Memory[]
      unlearned?: string[]
    },
  ): Promise<void>
}

/** What ruling over held acts needs. */
export type HeldActDeps = {
  now(): Date
  realNow(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  hours(): Promise<WorkingHours>
  act(projectId: string, id: string): Promise<Act | undefined>
  saveAct(next: Act, also: { events: ActivityEvent[] }): Promise<void>
}

/** What the PM's own changes to a project need. */
export type ProjectDeps = {
  now(): Date
  realNow(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  project(id: string): Promise<Project | undefined>
  paused(): Promise<boolean>
  artefact(projectId: string, type: ArtefactType): Promise<Artefact | undefined>
  saveAct(next: Act, also: { events: ActivityEvent[] }): Promise<void>
  saveProject(next: Project, events: ActivityEvent[]): Promise<void>
}

/** What pausing needs. */
export type PauseDeps = {
  now(): Date
  running(): Promise<Running | undefined>
  beat(next: Running, events?: ActivityEvent[]): Promise<void>
}
