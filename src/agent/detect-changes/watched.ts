import type { ActivityEvent } from '#src/domain/event.ts'
import type { BoardSprint } from '#src/domain/jira-issue.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { Found } from './latest-of-each.ts'
import type { Countable } from './own-count.ts'
import type { Rereadable } from './read-again.ts'

export type Checkpoint = {
  version: number
  readUpTo: string
  /** Null until the first look is over. */
  bootstrappedAt: string | null
  unreadable: string[]
  cursor: string | null
}

export type Page = {
  changes: Found[]
  unreadable: { ref: string; why: string }[]
  /** Tickets of which the source says itself that they went. */
  gone?: GoneTicket[]
  excluded?: number
  resynced?: boolean
  /** On the source's own clock: everything up to here is known once this page is recorded. Left out: nobody can say. */
  upTo?: Date | undefined
  /** The source's own mark, from which a later read goes on once this page is recorded. */
  cursor: string | null
  isLast: boolean
  mustKeep?: boolean
}

/** A ticket that is no longer found under its key; `movedTo`: the key that it has now. */
export type GoneTicket = { ref: string; movedTo: string | null }

/** One source and how far it has been read. */
export type Watched = Rereadable &
  Countable & {
    /** A gap that was filled: the source had forgotten where reading stood, or showed what had changed too late for a check. */
    saveResync(gap: { since: string; until: string; read: number; why: 'forgotten' | 'late' }): Promise<void>
    /** Records what no read brought. */
    add(signals: Signal[]): Promise<void>
    changedSince(
      projects: string[],
      from: { since: Date | undefined; cursor: string | null },
    ): AsyncIterable<Page>
    /** Tickets that are no longer found under their keys, of a source that has tickets. */
    gone?(refs: string[]): Promise<GoneTicket[]>
    /** Running and coming sprints of a project's boards, of a tracker that has boards. */
    sprints?(project: string): Promise<BoardSprint[]>
    checkpoint(): Promise<Checkpoint | undefined>
    record(signals: Signal[], next: Checkpoint, events: ActivityEvent[]): Promise<void>
  }

export type ReadDeps = {
  saveSprints(projectId: string, sprints: BoardSprint[]): Promise<void>
  realNow(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  known(ids: string[]): Promise<Set<string>>
  matters(projectId: string): Promise<Matter[]>
}
