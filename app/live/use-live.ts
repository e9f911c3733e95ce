import { useContext, useEffect, useSyncExternalStore } from 'react'
import type { Link } from '#app/live/link.ts'
import { LinkContext, PushedContext } from '#app/live/live-context.ts'
import { mergeRows, type Adopt, type Versioned } from '#app/live/merge-rows.ts'
import { emptyRows } from '#app/live/pushed-rows.ts'
import type { Noun } from '#src/adapters/push/operations.ts'

/** Whether what the page shows is live, and if not, since when. */
export function useLive(): Link {
  return useContext(LinkContext)
}

/**
 * A loader's rows with the pushes laid over them, newest version of each. A pushed row that the list lacks joins
 * in front if `adopt` makes a row of it; in any case the loaders read again, so a list without `adopt` gets it too.
 */
export function useLiveRows<N extends Noun, T extends Versioned>(
  noun: N,
  rows: readonly T[],
  adopt?: Adopt<N, T>,
): T[] {
  const pushed = useContext(PushedContext)
  const current = useSyncExternalStore(
    pushed.subscribe,
    () => pushed.rows(noun),
    () => emptyRows[noun],
  )
  useEffect(() => {
    const versions = new Map(rows.map(({ id, version }) => [id, version]))
    return pushed.follow(noun, { versions, adopts: (row) => adopt?.(row) !== undefined })
  }, [pushed, noun, rows, adopt])
  return mergeRows(rows, current, adopt)
}
