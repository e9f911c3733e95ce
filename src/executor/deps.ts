import type { Act, ActCommon, ActPayload, Receipt } from '#src/domain/act.ts'
import type { Away } from '#src/domain/away.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import type { JiraContext } from '#src/domain/jira-issue.ts'
import type { Person } from '#src/domain/person.ts'
import type { Permit } from '#src/domain/permit.ts'
import type { Premise } from '#src/domain/premise.ts'
import type { Project, WorkingHours } from '#src/domain/project.ts'

/** What performs one kind of act, and what can tell whether it was performed before. */
export type Hand = {
  /** Does it, with the permit's id as the provider's idempotency mark. */
  perform(permit: Permit): Promise<Receipt>
  /** Asks the provider. Undefined: it positively is not there. Throws when the provider can't tell. */
  find(act: ActCommon): Promise<Receipt | undefined>
}
export type Hands = Record<ActPayload['kind'], Hand>

/** The provider said no: nothing was done, and asking again would not help. */
export class HandRefused extends Error {
  override name = 'HandRefused'
}

/** The provider did not take it this time: nothing was done, and it may be tried again. */
export class HandBusy extends Error {
  override name = 'HandBusy'
  readonly retryAfterSeconds: number
  constructor(message: string, retryAfterSeconds: number) {
    super(message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Everything the executor needs. `saveAct` throws an error named `Conflict` when somebody else was first. */
export type ExecutorDeps = {
  now(): Date
  realNow(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  project(id: string): Promise<Project | undefined>
  paused(): Promise<boolean>
  /** The PM's leave, until they are back and have said what becomes of what waited. */
  away(): Promise<Away | null>
  hours(): Promise<WorkingHours>
  act(projectId: string, id: string): Promise<Act | undefined>
  /** `marks`: other acts that change with it, each in its next version, in the same transaction. */
  saveAct(
    next: Act,
    also: { events: ActivityEvent[]; cites?: string[]; claim?: boolean; marks?: Act[] },
  ): Promise<void>
  /** Whether the permit of an act's attempt was claimed before. */
  isPermitUsed(projectId: string, id: string, attempt: number): Promise<boolean>
  /** Acts of the same decision that come after this one. */
  followers(of: Act): Promise<Act[]>
  /** The project's latest acts, newest first: what manners, precedent and graduation look back at. */
  recentActs(projectId: string): Promise<Act[]>
  /** People of the project's register, by id; those it does not know are left out. */
  people(projectId: string, ids: string[]): Promise<Person[]>
  /** What no longer holds of what an act rests on, in words; null when all of it does. */
  premiseProblem(premise: Premise): Promise<string | null>
  /** How a ticket stands now, asked of its tracker; in words, why it can be read no more. */
  ticket(projectId: string, key: string): Promise<JiraContext | string>
  hands: Hands
}
