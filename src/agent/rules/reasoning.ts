import type { Desk } from '../messages.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { RaidLog } from '#src/domain/raid-log.ts'
import type { Signal } from '#src/domain/signal.ts'

/** What a rule may look at: one matter, its signals (oldest first), which of them are new, the documents, the desk. */
export type Reasoning = {
  about: Matter
  signals: Signal[]
  fresh: Signal[]
  /** Looked at again because time has passed, not because something happened. */
  again: boolean
  raid: RaidLog
  desk: Desk
  now: Date
}

/** The newest signal of this kind, if any. */
export function latest(of: Signal[], wanted: (signal: Signal) => boolean): Signal | undefined {
  return of.findLast(wanted)
}
