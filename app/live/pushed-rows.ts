import type { LiveRow, Noun } from '#src/adapters/push/operations.ts'

type Rows<N extends Noun> = ReadonlyMap<string, LiveRow<N>>
type AllRows = { [N in Noun]: Rows<N> }

/** A list on the screen: which versions its loader read, and whether it takes a row that it lacks. */
export type FollowedList<N extends Noun> = {
  versions: ReadonlyMap<string, number>
  adopts: (pushed: LiveRow<N>) => boolean
}

export type PushedRows = {
  /** Keeps the row if it is the newest of its id. True: the screen must be read again, for it missed something. */
  receive<N extends Noun>(noun: N, row: LiveRow<N>): boolean
  /** The same map until something is pushed: fit for `useSyncExternalStore`. */
  rows<N extends Noun>(noun: N): Rows<N>
  subscribe(listener: () => void): () => void
  follow<N extends Noun>(noun: N, list: FollowedList<N>): () => void
}

/** The oldest pushes are let go; loaders have long read those rows. */
const KEPT_PER_NOUN = 200

/** What was pushed since the page was opened, newest version per id. */
export function createPushedRows(): PushedRows {
  let all: AllRows = emptyRows
  const lists: { [N in Noun]: Set<FollowedList<N>> } = {
    escalation: new Set(),
    event: new Set(),
    act: new Set(),
    artefact: new Set(),
    status: new Set(),
  }
  const listeners = new Set<() => void>()

  return {
    receive(noun, row) {
      const before = all[noun].get(row.id)
      if (before && before.version >= row.version) return false
      all = { ...all, [noun]: newest(all[noun], row) }
      for (const tell of listeners) tell()
      return ![...lists[noun]].some((list) => covers(list, row, before?.version))
    },
    rows: (noun) => all[noun],
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    follow(noun, list) {
      lists[noun].add(list)
      return () => lists[noun].delete(list)
    },
  }
}

/** What the server renders with: nothing was pushed yet. */
export const emptyRows: AllRows = {
  escalation: new Map(),
  event: new Map(),
  act: new Map(),
  artefact: new Map(),
  status: new Map(),
}

/** Checks a push as it comes off the wire; undefined when it is no row of that noun. */
export function asLiveRow<N extends Noun>(noun: N, value: unknown): LiveRow<N> | undefined {
  return isLiveRow(noun, value) ? value : undefined
}

/** By identity only: every other field may be null, and our own API typed it. */
function isLiveRow<N extends Noun>(_noun: N, value: unknown): value is LiveRow<N> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'version' in value &&
    typeof value.version === 'number' &&
    'projectId' in value &&
    typeof value.projectId === 'string'
  )
}

/** The list shows this row whole: it follows on what it has, is older than that, or is a new one that it takes. */
function covers<N extends Noun>(
  list: FollowedList<N>,
  row: LiveRow<N>,
  pushedBefore: number | undefined,
): boolean {
  const read = list.versions.get(row.id)
  if (read === undefined)
    return list.adopts(row) && (pushedBefore === undefined || row.version === pushedBefore + 1)
  return row.version <= Math.max(read, pushedBefore ?? 0) + 1
}

function newest<N extends Noun>(rows: Rows<N>, row: LiveRow<N>): Rows<N> {
  const others = [...rows].filter(([id]) => id !== row.id).slice(-(KEPT_PER_NOUN - 1))
  return new Map([...others, [row.id, row]])
}
