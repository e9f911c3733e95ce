import type { SourceName } from '#src/domain/cycle.ts'
import type { BoardSprint } from '#src/domain/jira-issue.ts'
import type { MarkedItem } from '#src/domain/proof.ts'
import type { RawSignal } from '#src/domain/raw-signal.ts'
import type { Finding } from '#src/domain/self-test.ts'
import { VendorProblem } from './vendor-problem.ts'

export type FoundChange = { raw: RawSignal; unownedSince: string | null }

/**
 * A page of what changed, and where a later read goes on once it is recorded: `upTo`, on the source's own clock, and
 * `cursor`, the source's own mark. A source that reads by time needs no mark; one that reads by marks knows no time before
 * its last page.
 */
export type FoundPage = {
  changes: FoundChange[]
  unreadable: { ref: string; why: string }[]
  /** The source had forgotten its mark, so this was read anew by time. */
  resynced?: boolean
  /** Tickets of which the source says itself that they went. */
  gone?: Gone[]
  /** How many were left alone because the PM excluded them; nothing else is known of them. */
  excluded?: number
  upTo: Date | undefined
  cursor: string | null
  isLast: boolean
  /** The mark before is worth nothing any more: this one is kept even if the page brought nothing new. */
  mustKeep?: boolean
}

/** A source's own word on how much there was; `externalIds` of mails, so that each can be looked for. */
export type OwnCount = { total: number; externalIds: string[] | null }

/** Where a read begins: everything since a moment (all there is without one), or from the source's own mark. */
export type ReadFrom = { since: Date | undefined; cursor: string | null }

/** A tracker or mailbox that can be watched. A new one is one folder with this and nothing else to change. */
export type SignalSource = {
  source: SourceName
  account: string
  /** Null when it can be read, else why not, in one line for people. */
  check(): Promise<string | null>
  /** What it can read and write, tried without changing anything. */
  tryOut(projects: string[]): Promise<Finding[]>
  /** How many tickets or mails the source itself says changed in a stretch, and of mails which; where it can say. */
  count?(projects: string[], stretch: { since: Date; from: Date; upTo: Date }): Promise<OwnCount>
  /** What stands there with the mark of an act of ours, in a stretch of its time. Throws {@link SourceUnreadable}. */
  marked(projects: string[], stretch: { from: Date; to: Date }): Promise<MarkedItem[]>
  /** A conversation's mails as they are now, of a source that has such; throws {@link SourceUnreadable}. */
  thread?(conversationId: string): Promise<RawSignal[]>
  /** Everything that changed since, oldest page first. Throws {@link SourceUnreadable}. */
  changedSince(projects: string[], from: ReadFrom): AsyncIterable<FoundPage>
  /** Those of some tickets that are no longer found under their keys. Throws {@link SourceUnreadable}. */
  gone?(refs: string[]): Promise<Gone[]>
  /** Running and coming sprints of a project's boards, of a tracker that has boards. Throws {@link SourceUnreadable}. */
  sprints?(project: string): Promise<BoardSprint[]>
}

/** A ticket that is no longer found under its key; `movedTo`: the key that it has now. */
export type Gone = { ref: string; movedTo: string | null }

/** The source could not be read: blind, not quiet. The message is for people. */
export class SourceUnreadable extends Error {
  override name = 'SourceUnreadable'
}

/** A vendor's own failure, as one line for the header; anything else is a fault of ours and rises. */
export function unreadable(error: unknown): SourceUnreadable {
  if (error instanceof VendorProblem) return new SourceUnreadable(error.what, { cause: error })
  throw error
}

/** Why a source can't be read, in one line for people; null when this goes through. */
export async function whyUnreadable(attempt: () => Promise<unknown>): Promise<string | null> {
  try {
    await attempt()
    return null
  } catch (error) {
    return unreadable(error).message
  }
}
