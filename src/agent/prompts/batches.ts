import type { Signal } from '#src/domain/signal.ts'

/** Signals of one project each, at most `most` together, in their order. */
export function inBatches(
  signals: Signal[],
  most: number,
): { projectId: string | null; signals: Signal[] }[] {
  const byProject = Map.groupBy(signals, (each) => each.projectId)
  return [...byProject].flatMap(([projectId, all]) =>
    Array.from({ length: Math.ceil(all.length / most) }, (_, index) => ({
      projectId,
      signals: all.slice(index * most, (index + 1) * most),
    })),
  )
}
