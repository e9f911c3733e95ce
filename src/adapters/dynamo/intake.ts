import { z } from 'zod'
import { instant } from '#src/domain/instant.ts'
import type { ActivityEvent } from '#src/domain/event.ts'
import type { Signal } from '#src/domain/signal.ts'
import { resync, type SourceName } from '#src/domain/cycle.ts'
import { blindSk, checkpointSk, RESYNCS, resyncSk, sourcePk } from './keys.ts'
import { eventWrites, signalRow } from './rows.ts'
import { chunksOf } from './chunks.ts'
import type { Table, Write } from './table.ts'

/**
 * How far a source has been read, on its own clock. `bootstrappedAt`: when it was connected; older changes raise nothing. Null
 * while the first look is under way.
 */
export const checkpoint = z.object({
  version: z.number().int(),
  readUpTo: instant,
  bootstrappedAt: instant.nullable(),
  /** Tickets whose changes since could not be read: all of them are new once they can be. */
  unreadable: z.array(z.string()),
  /** The source's own mark, if it has one. */
  cursor: z.string().nullable(),
})
export type Checkpoint = z.infer<typeof checkpoint>

/** What reading a source writes: signals, the checkpoint, the check's pages, blind spells. */
export function connectIntake(table: Table, source: SourceName, account: string) {
  const PK = sourcePk(source, account)
  const checkpointKey = { PK, SK: checkpointSk('changes') }
  return {
    checkpoint: async (): Promise<Checkpoint | undefined> => {
      const row = await table.get(checkpointKey)
      return row && checkpoint.parse(row)
    },
    /**
     * Records new signals in chunks; the last chunk's transaction moves the checkpoint, conditional on its old value.
     * A crash before it leaves the checkpoint where it was, and the next read skips what is known.
     */
    record: async (signals: Signal[], next: Checkpoint, events: ActivityEvent[]): Promise<void> => {
      const moved: Write = {
        put: { ...next, ...checkpointKey, type: 'checkpoint' },
        if: { version: next.version - 1 },
      }
      const chunks = chunksOf(signals)
      const last = chunks.pop() ?? []
      for (const chunk of chunks) await table.write(chunk.map(newSignal))
      for (let from = 0; from < events.length; from += EVENTS_AT_ONCE)
        await table.write(eventWrites(events.slice(from, from + EVENTS_AT_ONCE)))
      await table.write([...last.map(newSignal), moved])
    },
    /** Records what time alone made of what was read: no checkpoint moves. Throws `Conflict` for what is recorded already. */
    add: async (signals: Signal[]): Promise<void> => {
      for (const chunk of chunksOf(signals)) await table.write(chunk.map(newSignal))
    },
    /** A blind spell; `until` is null while it lasts. */
    saveBlind: (spell: BlindRow): Promise<void> =>
      table.write([{ put: { ...blindRow.parse(spell), PK, SK: blindSk(spell.since), type: 'blind' } }]),
    /** A gap that was filled. */
    saveResync: (gap: ResyncRow): Promise<void> =>
      table.write([
        { put: { ...resyncRow.parse(gap), PK, SK: resyncSk(gap.until, gap.why), type: 'resync' } },
      ]),
    /** Every gap, oldest first. */
    resyncs: async (): Promise<ResyncRow[]> => {
      const rows = await table.query(PK, { beginsWith: RESYNCS })
      return rows.map((row) => resyncRow.parse(row))
    },
    /** Every spell, oldest first. */
    blindSpells: async (): Promise<BlindRow[]> => {
      const rows = await table.query(PK, { beginsWith: blindSk('') })
      return rows.map((row) => blindRow.parse(row))
    },
  }
}

const blindRow = z.object({
  since: instant,
  until: instant.nullable(),
  reason: z.string(),
  /** How much was read of it once it was over. */
  read: z.number().int().optional(),
})
const resyncRow = resync.omit({ source: true })
type ResyncRow = z.infer<typeof resyncRow>
export type BlindRow = z.infer<typeof blindRow>

const EVENTS_AT_ONCE = 90

const newSignal = (each: Signal): Write => ({ put: signalRow(each), if: 'absent' })
