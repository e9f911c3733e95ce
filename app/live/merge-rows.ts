import type { LiveRow, Noun } from '#src/adapters/push/operations.ts'

export type Versioned = { id: string; version: number }

/** Turns a pushed row that a list does not have into one of its rows; undefined: it does not belong there. */
export type Adopt<N extends Noun, T> = (pushed: LiveRow<N>) => T | undefined

/**
 * A loader's rows as they stand after the pushes: a newer push overlays its row, and unknown ones that the list
 * adopts come first, newest first. `pushed` is in order of arrival.
 */
export function mergeRows<N extends Noun, T extends Versioned>(
  rows: readonly T[],
  pushed: ReadonlyMap<string, LiveRow<N>>,
  adopt?: Adopt<N, T>,
): T[] {
  const known = new Set(rows.map(({ id }) => id))
  const adopted: T[] = []
  for (const push of pushed.values()) {
    const row = known.has(push.id) ? undefined : adopt?.(push)
    if (row) adopted.unshift(row)
  }
  return [...adopted, ...rows.map((row) => overlaid(row, pushed.get(row.id)))]
}

/** The row with the push laid over it, if that is newer. A field pushed as null is one the row no longer has. */
function overlaid<T extends Versioned>(row: T, push: (Versioned & object) | undefined): T {
  if (!push || push.version <= row.version) return row
  const merged = Object.assign({}, row, push)
  const pushed: [string, unknown][] = Object.entries(push)
  for (const [name, value] of pushed) {
    if (value === null) Reflect.deleteProperty(merged, name)
  }
  return merged
}
