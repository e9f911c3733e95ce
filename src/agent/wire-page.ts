import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectProposals } from '#src/adapters/dynamo/proposals.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'

/** One page of a check: its signals, the projects due another look, and what was proposed on it. */
export function wirePage(table: Table) {
  const { getMany: signals, saveAll: saveSignals } = connectSignals(table)
  return { page: connectPages(table).get, signals, saveSignals, proposal: connectProposals(table).get }
}
