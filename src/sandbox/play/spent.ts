import { addMonths } from 'date-fns/addMonths'
import { format } from 'date-fns/format'
import { startOfMonth } from 'date-fns/startOfMonth'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'

const MICRO_DOLLARS = 1_000_000

/** Model calls that were paid for between two moments, and what they cost in US dollars. */
export async function spent(
  table: Table,
  from: Date,
  until: Date,
): Promise<{ modelCalls: number; costUsd: number }> {
  const spending = connectSpending(table)
  let modelCalls = 0
  let cost = 0
  for (let month = startOfMonth(from); month <= until; month = addMonths(month, 1)) {
    const { days } = await spending.list(format(month, 'yyyy-MM'))
    for (const day of days) {
      modelCalls += day.calls
      cost += day.spent
    }
  }
  return { modelCalls, costUsd: cost / MICRO_DOLLARS }
}
