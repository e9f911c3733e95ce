import {
  SOURCE_WORDS,
  type BlindSpell,
  type CycleRecord,
  type Running,
  type SourceHealth,
  type SourceReading,
} from '#src/domain/cycle.ts'
import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import { spellsAfter } from './blind-spells.ts'

export type CloseDeps = {
  now(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  running(): Promise<Running | undefined>
  close(next: Running, record: CycleRecord, events: ActivityEvent[], day?: string): Promise<void>
  /** Writes a blind spell's row: `until` is null while it lasts; `read`: how much there was to read afterwards. */
  blindSpell(spell: BlindSpell, until: string | null, read?: number): Promise<void>
}

export type Closing = {
  slot: string
  startedAt: string
  readings: SourceReading[]
  signals: number
  ended: CycleRecord['ended']
  reason: string | null
  events: ActivityEvent[]
  day?: string
  health?: SourceHealth[] | undefined
}

/**
 * Ends a check: gives the lease back, records what was read, and opens or closes blind spells. Blind is not quiet: a
 * source that could not be read stays in the status until it has been read again.
 */
export async function closeCheck(deps: CloseDeps, closing: Closing): Promise<void> {
  const before = await deps.running()
  if (!before || before.lease?.slot !== closing.slot) return
  const blind = spellsAfter(before.blind, closing.readings)
  const changes = [...(await recordSpells(deps, before.blind, blind, closing)), ...closing.events]
  const record: CycleRecord = {
    slot: closing.slot,
    startedAt: closing.startedAt,
    endedAt: deps.now().toISOString(),
    ended: closing.ended,
    readings: closing.readings,
    signals: closing.signals,
    reason: closing.reason,
    ...(closing.health && { health: closing.health }),
  }
  const next: Running = {
    ...before,
    version: before.version + 1,
    lease: null,
    lastCheckAt: closing.ended === 'failed' ? before.lastCheckAt : closing.slot,
    readings: merge(before.readings, closing.readings),
    blind,
  }
  await deps.close(next, record, changes, closing.day)
}

/** The last good reading of a source stays on screen while it is blind. */
function merge(before: SourceReading[], now: SourceReading[]): SourceReading[] {
  const good = now.filter((reading) => reading.ok)
  return [...before.filter((old) => !good.some((reading) => reading.source === old.source)), ...good]
}

async function recordSpells(
  deps: CloseDeps,
  before: BlindSpell[],
  after: BlindSpell[],
  { slot, readings }: Closing,
): Promise<ActivityEvent[]> {
  const begun = after.filter((spell) => !before.some((old) => old.source === spell.source))
  const healed = before.filter((spell) => !after.some((now) => now.source === spell.source))
  for (const spell of begun) await deps.blindSpell(spell, null)
  const readOf = ({ source }: BlindSpell) => readings.find((each) => each.source === source)?.changed
  for (const spell of healed) await deps.blindSpell(spell, slot, readOf(spell))
  return [
    ...begun.map((spell) => event(deps, spell, slot, 'source_blind')),
    ...healed.map((spell) => event(deps, spell, slot, 'source_back')),
  ]
}

const SAYS = {
  source_blind: ({ source, reason }: BlindSpell) => `${SOURCE_WORDS[source]} cannot be read. ${reason}`,
  source_back: ({ source }: BlindSpell) =>
    `${SOURCE_WORDS[source]} is back. What happened meanwhile has been read.`,
}

function event(deps: CloseDeps, spell: BlindSpell, slot: string, kind: keyof typeof SAYS): ActivityEvent {
  const id = deps.newId(new Date(slot), kind, spell.source, spell.since)
  return eventOf({ id, projectId: 'GLOBAL', kind, text: SAYS[kind](spell) }, new Date(slot))
}
