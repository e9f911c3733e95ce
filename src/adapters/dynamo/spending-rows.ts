import { addDays } from 'date-fns/addDays'
import type { ModelCall, SkippedCall } from '#src/domain/model-call.ts'
import { monthOf, type Standing } from '#src/domain/spending.ts'
import { callSk, daySk, skippedSk, spendingPk, TOTAL_SK } from './keys.ts'
import type { Key, Row, Write } from './table.ts'

/** A call's answer holds words of its signals, so it is kept as long as they are. */
const CALL_DAYS = 90

/** A day's and its month's sums, each only if nobody else has moved it on. */
export function counters({ day, month }: Standing): Write[] {
  return [
    putNext({ ...day, ...dayKey(day.day), type: 'spending_day' }),
    putNext({ ...month, ...totalKey(month.month), type: 'spending_month' }),
  ]
}

function putNext(row: Row & { version: number }): Write {
  return { put: { ...row, version: row.version + 1 }, if: { version: row.version } }
}

/** A call's next version. */
export function callWrite(call: ModelCall): Write {
  const expiresAt = Math.floor(addDays(new Date(call.askedAt), CALL_DAYS).getTime() / 1000)
  const row = { ...call, ...callKey(monthOf(call.day), call.hash), type: 'model_call', expiresAt }
  return { put: row, if: { version: call.version - 1 } }
}

/** What the ladder left to the rules. */
export function skippedRow(skipped: SkippedCall): Row {
  const PK = spendingPk(monthOf(skipped.day))
  return { ...skipped, PK, SK: skippedSk(skipped.hash), type: 'skipped_call' }
}

/** Where a month's sum, a day's sum and a call are. */
export const totalKey = (month: string): Key => ({ PK: spendingPk(month), SK: TOTAL_SK })
export const dayKey = (day: string): Key => ({ PK: spendingPk(monthOf(day)), SK: daySk(day) })
export const callKey = (month: string, hash: string): Key => ({ PK: spendingPk(month), SK: callSk(hash) })
