import { businessNow } from '#src/adapters/clock.ts'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { idFor } from '#src/adapters/ids.ts'
import type { BlindSpell, SourceName } from '#src/domain/cycle.ts'

/** What ending a check needs. */
export function wireClose(table: Table, sources: { source: SourceName; account: string }[]) {
  const cycles = connectCycles(table)
  return {
    now: businessNow,
    newId: idFor,
    running: cycles.running,
    close: cycles.close,
    dailyDone: cycles.dailyDone,
    blindSpell: async (spell: BlindSpell, until: string | null, read?: number) => {
      const of = sources.find(({ source }) => source === spell.source)
      if (of) await connectIntake(table, of.source, of.account).saveBlind({ ...spell, until, read })
    },
  }
}
