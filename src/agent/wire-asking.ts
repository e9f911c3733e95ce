import { businessNow, realNow } from '#src/adapters/clock.ts'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { connectModel } from '#src/adapters/model/claude.ts'
import { fingerprint } from '#src/adapters/model/fingerprint.ts'
import { asker } from '#src/asking/ask.ts'

/** A model within budget, and the two clocks that asking it takes. */
export function wireAsking(table: Table) {
  const clocks = { now: businessNow, realNow }
  const spending = connectSpending(table)
  return { ...clocks, ask: asker({ ...clocks, model: connectModel(), fingerprint, spending }) }
}
