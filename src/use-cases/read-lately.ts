import type { CycleRecord, SourceName } from '#src/domain/cycle.ts'

/** A source that can be read again: what it brought when it came back, and from when to when it could not be read. */
export type Healed = { source: SourceName; from: string; to: string; changed: number }

/** The last time that a source came back, of checks given newest first; undefined where none did. */
export function healedOf(cycles: CycleRecord[]): Healed | undefined {
  const blindSince = new Map<SourceName, string>()
  let healed: Healed | undefined
  for (const { slot, readings } of cycles.toReversed())
    for (const { source, ok, changed } of readings) {
      const from = blindSince.get(source)
      if (!ok) blindSince.set(source, from ?? slot)
      else if (from) {
        blindSince.delete(source)
        healed = { source, from, to: slot, changed }
      }
    }
  return healed
}

/** Mails and other changes that checks have read after a moment. */
export function readSince(cycles: CycleRecord[], since: string): { changes: number; mails: number } {
  const readings = cycles.filter(({ slot }) => slot > since).flatMap((cycle) => cycle.readings)
  const sum = (wanted: typeof readings) => wanted.reduce((total, { changed }) => total + changed, 0)
  return {
    changes: sum(readings.filter(({ source }) => source !== 'outlook')),
    mails: sum(readings.filter(({ source }) => source === 'outlook')),
  }
}
