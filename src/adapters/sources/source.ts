import type { SourceName } from '#src/domain/cycle.ts'
import type { RawSignal } from '#src/domain/jira-change.ts'

export type FoundChange = { raw: RawSignal; unownedSince: string | null }
export type FoundPage = { changes: FoundChange[]; unreadable: { ref: string; why: string }[] }

/** A tracker or mailbox that can be watched. A new one is one folder with this and nothing else to change. */
export type SignalSource = {
  source: SourceName
  account: string
  /** Null when it can be read, else why not, in one line for people. */
  check(): Promise<string | null>
  /** Everything that changed since, oldest page first. Without `since`: all there is. Throws {@link SourceUnreadable}. */
  changedSince(projects: string[], since: Date | undefined): AsyncIterable<FoundPage>
}

/** The source could not be read: blind, not quiet. The message is for people. */
export class SourceUnreadable extends Error {
  override name = 'SourceUnreadable'
}
