import type { BlindSpell, SourceReading } from '#src/domain/cycle.ts'

/** A source that could not be read for this long is told to the PM by mail; a hiccup is not. */
export const ALERT_AFTER_MINUTES = 30

/** The spells that last after these readings: begun, gone on, or ended by a good one. */
export function spellsAfter(before: BlindSpell[], readings: SourceReading[]): BlindSpell[] {
  const kept = before.filter((spell) => !readings.some((each) => each.source === spell.source))
  const failed = readings
    .filter((each) => !each.ok)
    .map(({ source, readAt, reason }) => ({
      source,
      since: before.find((spell) => spell.source === source)?.since ?? readAt,
      reason: reason ?? 'It did not answer.',
    }))
  return [...kept, ...failed]
}
