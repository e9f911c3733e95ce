import { addDays } from 'date-fns/addDays'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  headOf,
  modelCall,
  skippedCall,
  type CallIn,
  type ModelCall,
  type SkippedCall,
} from '#src/domain/model-call.ts'
import { HAIKU } from '#src/domain/prices.ts'
import * as ledger from '#src/domain/spending.ts'
import type { Standing } from '#src/domain/spending.ts'
import { callSk, spendingPk } from './keys.ts'
import { callKey, callWrite, counters, dayKey, skippedRow, totalKey } from './spending-rows.ts'
import { Conflict, type Table } from './table.ts'

const TRIES = 40
const PAUSE_MS = 10

/**
 * What models have cost. Counters hold what is spent and what is set apart, in whole micro-dollars; every change is one
 * transaction over call, day and month, so that no two callers pass a ceiling together.
 */
export function connectSpending(table: Table) {
  const reader = ledgerOn(table)
  const { standing, find } = reader
  /** Whether the reservation that this call ends is still there. */
  const isHeld = async (call: ModelCall) => {
    const stored = await find(call.hash, call.day)
    return stored?.status === 'reserved' && stored.version === call.version - 1
  }
  return {
    standing,
    find,
    /** Sets a call's worst case apart, or says why not. */
    reserve: (call: CallIn<'reserved'>, at: Times) => again(() => reserve(table, reader, call, at)),
    /**
     * Books what a call cost and keeps its answer. `too late`: its lease was over and it has been charged its worst case,
     * which is more.
     */
    settle: (call: CallIn<'settled'>, at: Date): Promise<'settled' | 'too late'> => {
      const paid = { worst: call.worst, cost: call.cost, calls: 1 as const, at }
      return again(async () => {
        if (!(await isHeld(call))) return 'too late'
        const { day, month } = ledger.book(await standing(call.day), paid)
        await table.write([callWrite(call), ...counters({ day: { ...day, unanswered: null }, month })])
        return 'settled'
      })
    },
    /** The call cost nothing for certain: what was set apart is given back, and the same may be asked again. */
    release: (call: CallIn<'released'>, reason: string, at: Date): Promise<void> => {
      const paid = { worst: call.worst, cost: 0, calls: 0 as const, at }
      return again(async () => {
        if (!(await isHeld(call))) return
        const booked = ledger.book(await standing(call.day), paid)
        await table.write([callWrite(call), ...counters(unanswered(booked, reason, at))])
      })
    },
    /** Nobody knows whether the service bills this call: what was set apart stays so, and the day says why. */
    doubt: (day: string, reason: string, at: Date): Promise<void> =>
      again(async () => table.write(counters(unanswered(await standing(day), reason, at)))),
    skip: (skipped: SkippedCall): Promise<void> => table.write([{ put: skippedRow(skipped) }]),
    /** Charges every reservation of a month whose lease is over its worst case. How many there were. */
    chargeExpired: async (month: string, realNow: Date, at: Date): Promise<number> => {
      const rows = await table.query(spendingPk(month), { beginsWith: callSk('') })
      const expired = rows.map((row) => modelCall.parse(row)).filter((call) => isExpired(call, realNow))
      for (const call of expired) await again(() => charge(table, reader, call, at))
      return expired.length
    },
    /** A month's days, calls, and what was left to the rules because of the ladder. */
    list: async (month: string) => {
      const rows = await table.query(spendingPk(month))
      const of = (type: string) => rows.filter((row) => row.type === type)
      return {
        days: of('spending_day').map((row) => ledger.daySpending.parse(row)),
        calls: of('model_call').map((row) => modelCall.parse(row)),
        skipped: of('skipped_call').map((row) => skippedCall.parse(row)),
      }
    },
  }
}

function ledgerOn(table: Table) {
  const standing = async (day: string): Promise<Standing> => {
    const month = ledger.monthOf(day)
    const rows = await table.getMany([totalKey(month), dayKey(day)])
    const row = (type: string) => rows.find((each) => each.type === type)
    const [dayRow, monthRow] = [row('spending_day'), row('spending_month')]
    return {
      day: dayRow ? ledger.daySpending.parse(dayRow) : ledger.emptyDay(day),
      month: monthRow ? ledger.monthSpending.parse(monthRow) : ledger.emptyMonth(month),
    }
  }
  return {
    standing,
    /** The call with this hash of this or the last month: a retry over midnight finds its answer too. */
    find: async (hash: string, day: string): Promise<ModelCall | undefined> => {
      const months = [ledger.monthOf(day), monthBefore(day)]
      const rows = await table.getMany(months.map((month) => callKey(month, hash)))
      const calls = rows.map((row) => modelCall.parse(row))
      return calls.sort((a, b) => b.day.localeCompare(a.day))[0]
    },
  }
}

type Reader = ReturnType<typeof ledgerOn>
type Times = { now: Date; realNow: Date }
type Reserved = { kind: 'reserved'; call: CallIn<'reserved'> } | { kind: 'over budget' } | { kind: 'taken' }

/** `taken`: the same is being asked, or was asked and may have been bought. An expired reservation is charged at once. */
async function reserve(
  table: Table,
  reader: Reader,
  wanted: CallIn<'reserved'>,
  at: Times,
): Promise<Reserved> {
  const before = await reader.find(wanted.hash, wanted.day)
  if (before && isExpired(before, at.realNow)) await charge(table, reader, before, at.now)
  if (before && before.status !== 'released') return { kind: 'taken' }
  const standing = await reader.standing(wanted.day)
  if (!ledger.fits(standing, wanted.worst)) {
    const shut = wanted.model === HAIKU ? ledger.closed(standing, wanted.worst, at.now) : standing
    const { day, month } = standing
    if (shut.day.closedAt !== day.closedAt || shut.month.closedAt !== month.closedAt)
      await table.write(counters(shut))
    return { kind: 'over budget' }
  }
  const here = before && ledger.monthOf(before.day) === ledger.monthOf(wanted.day) ? before : undefined
  const call = { ...wanted, version: (here?.version ?? 0) + 1 }
  await table.write([callWrite(call), ...counters(ledger.setApart(standing, wanted.worst))])
  return { kind: 'reserved', call }
}

/** The end of this call will not be known any more: it counts as the dearest it can have been. */
async function charge(table: Table, reader: Reader, call: CallIn<'reserved'>, at: Date): Promise<void> {
  const paid = { worst: call.worst, cost: call.worst, calls: 1 as const, at }
  const booked = ledger.book(await reader.standing(call.day), paid)
  await table.write([
    callWrite({ ...headOf(call), status: 'lost', version: call.version + 1 }),
    ...counters(booked),
  ])
}

function isExpired(call: ModelCall, realNow: Date): call is CallIn<'reserved'> {
  return call.status === 'reserved' && call.leaseUntil <= realNow.toISOString()
}

function unanswered({ day, month }: Standing, reason: string, at: Date): Standing {
  return { day: { ...day, unanswered: day.unanswered ?? { since: at.toISOString(), reason } }, month }
}

async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof Conflict) || tries === TRIES) throw error
      await sleep(PAUSE_MS * Math.min(tries, 10) * Math.random())
    }
  }
}

/** The 15th less 30 days is in the month before, whichever it is. */
const monthBefore = (day: string) =>
  addDays(new Date(`${ledger.monthOf(day)}-15T12:00:00Z`), -30)
    .toISOString()
    .slice(0, 7)
