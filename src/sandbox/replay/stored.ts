import { addMonths } from 'date-fns/addMonths'
import { format } from 'date-fns/format'
import { startOfMonth } from 'date-fns/startOfMonth'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { CYCLE_PK, cyclePk, pageSk, spendingPk } from '#src/adapters/dynamo/keys.ts'
import { connectMemories } from '#src/adapters/dynamo/memories.ts'
import { connectPages } from '#src/adapters/dynamo/pages.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { connectBoards } from '#src/adapters/dynamo/boards.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import type { Act } from '#src/domain/act.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { BoardSprint } from '#src/domain/jira-issue.ts'
import type { Memory } from '#src/domain/memory.ts'
import { modelCall, type ModelCall } from '#src/domain/model-call.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'

/** One check: what its pages held. */
export type StoredCheck = { slot: string; pages: { ids: string[]; again: string[] }[] }

/** Everything that a database has kept of what its checks worked on, and of what came of it. */
export type Stored = {
  /** Oldest first, those that had anything to work on. */
  checks: StoredCheck[]
  signals: Map<string, Signal>
  escalations: Escalation[]
  acts: Act[]
  memories: Memory[]
  sprints: Map<string, BoardSprint[]>
  calls: ModelCall[]
}

const MOST = 100_000

/** The months that a scenario touches, as yyyy-MM. */
export function monthsOf({ start, end }: Pick<Scenario, 'start' | 'end'>): string[] {
  const months: string[] = []
  for (let at = startOfMonth(start); at <= end; at = addMonths(at, 1)) months.push(format(at, 'yyyy-MM'))
  return months
}

/** `months`, as yyyy-MM: whose calls are read. */
export async function readStored(table: Table, projects: string[], months: string[]): Promise<Stored> {
  const checks = await readChecks(table)
  const ids = checks.flatMap(({ pages }) => pages.flatMap((page) => page.ids))
  const signals = await connectSignals(table).getMany(ids)
  const each = <T>(read: (projectId: string) => Promise<T[]>) =>
    Promise.all(projects.map(read)).then((lists) => lists.flat())
  const sprints = projects.map(async (id) => [id, await connectBoards(table).sprints(id)] as const)
  const calls = await Promise.all(
    months.map((month) => table.query(spendingPk(month), { beginsWith: 'CALL#' })),
  )
  return {
    checks,
    signals: new Map(signals.map((signal) => [signal.id, signal])),
    escalations: await each(connectEscalations(table).ofProject),
    acts: await each((id) => connectActs(table).ofProject(id, MOST)),
    memories: await each(connectMemories(table).ofProject),
    sprints: new Map(await Promise.all(sprints)),
    calls: calls.flat().map((row) => modelCall.parse(row)),
  }
}

async function readChecks(table: Table): Promise<StoredCheck[]> {
  const rows = await table.query(CYCLE_PK)
  const slots = rows.filter((row) => row.type === 'cycle').map((row) => row.SK)
  const checks: StoredCheck[] = []
  for (const slot of slots.sort()) {
    const { length } = await table.query(cyclePk(slot), { beginsWith: pageSk(1).slice(0, -1) })
    const { get } = connectPages(table)
    const pages = []
    for (let page = 1; page <= length; page++) pages.push(await get(slot, page))
    if (pages.some(({ ids, again: due }) => ids.length + due.length > 0)) checks.push({ slot, pages })
  }
  return checks
}

/** A signal as it was first recorded, before any step had found anything. */
export function asRecorded(signal: Signal): Signal {
  return {
    ...{ ...signal, version: 1, state: 'open', projectId: null, matterId: null, verdict: null, facts: [] },
    ...{ cited: false, setAside: null },
  }
}
