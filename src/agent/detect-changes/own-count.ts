import { signalId } from '#src/domain/signal.ts'
import type { SourceName } from '#src/domain/cycle.ts'

/** How many tickets or mails a source itself says changed in a stretch; of mails which, by their external ids. */
export type OwnCount = { total: number; externalIds: string[] | null }

export type Countable = {
  source: SourceName
  account: string
  count?(projects: string[], stretch: Stretch): Promise<OwnCount>
}

/** On the source's own time: what was asked for `since`, which overlaps what was known, and what is new `from`. */
type Stretch = { since: Date; from: Date; upTo: Date }

/** What a read held. `refs`: the tickets on its pages. */
type Read = { projects: string[]; stretch: Stretch; refs: Set<string>; excluded: number }

/**
 * What was read against the source's own count. Undefined where it has none, or can't say now: that is no reason to call it
 * blind, as everything was read.
 */
export async function countedBy(
  { known }: { known(ids: string[]): Promise<Set<string>> },
  watched: Countable,
  { projects, stretch, refs, excluded }: Read,
): Promise<{ read: number; of: number } | undefined> {
  try {
    const counted = await watched.count?.(projects, stretch)
    if (!counted) return undefined
    const { total, externalIds } = counted
    const ids = externalIds?.map((externalId) =>
      signalId({ source: watched.source, externalId }, watched.account),
    )
    const read = ids ? (await known(ids)).size + excluded : refs.size
    return { read, of: Math.max(total, read) }
  } catch (error) {
    if (error instanceof Error && error.name === 'SourceUnreadable') return undefined
    throw error
  }
}
