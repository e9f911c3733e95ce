import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { sourcePk } from '#src/adapters/dynamo/keys.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import type { Act } from '#src/domain/act.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { signal, type Signal } from '#src/domain/signal.ts'
import { IMPORTANCES, type Importance } from '#src/domain/verdict.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import type { Played } from './player.ts'

export type Counts = { tableWrites: number; modelCalls: number; costUsd: number }

const ESCALATION_STATES: Escalation['status'][] = [
  'pending',
  'decided',
  'dismissed',
  'expired',
  'superseded',
  'snoozed',
]
const MOST = 10_000

/** What a play came to: the contract's fields, read from the table as it stands. */
export async function report(
  table: Table,
  scenario: Scenario,
  account: string,
  played: Played,
  counts: Counts,
) {
  const signals = await allSignals(table, account)
  const spells = await connectIntake(table, 'jira', account).blindSpells()
  const acts = await Promise.all(scenario.projects.map(({ key }) => connectActs(table).ofProject(key, MOST)))
  return {
    scenario: scenario.name,
    ...played,
    signals: {
      recorded: signals.length,
      duplicates: signals.length - new Set(signals.map((each) => each.externalId)).size,
      quarantined: 0,
      byImportance: byImportance(signals),
    },
    classified: signals.flatMap(({ ref, source, kind, verdict }) =>
      verdict ? [{ ref, source, kind, importance: verdict.importance, by: verdict.by }] : [],
    ),
    escalations: await escalationsOf(table),
    acts: acts.flat().reverse().map(fateOf),
    artefacts: await artefactsOf(table, scenario, signals),
    modelCalls: counts.modelCalls,
    costUsd: counts.costUsd,
    tableWrites: counts.tableWrites,
    blind: spells.map(({ since, until, reason }) => ({ source: 'jira', from: since, to: until, reason })),
  }
}
export type Report = Awaited<ReturnType<typeof report>>

/** Every recorded signal of the account, by what it is, oldest first. */
export async function allSignals(table: Table, account: string): Promise<Signal[]> {
  const rows = await table.query(sourcePk('jira', account), { beginsWith: 'SIGNAL#' })
  return rows.map((row) => signal.parse(row)).sort((a, b) => a.occurredAt.localeCompare(b.occurredAt))
}

function byImportance(signals: Signal[]): Record<Importance, number> {
  const count = (wanted: Importance) => signals.filter((each) => each.verdict?.importance === wanted).length
  const [critical, high, medium, low, noise] = IMPORTANCES.map(count)
  return { critical: critical ?? 0, high: high ?? 0, medium: medium ?? 0, low: low ?? 0, noise: noise ?? 0 }
}

async function escalationsOf(table: Table) {
  const lists = await Promise.all(
    ESCALATION_STATES.map((status) => connectEscalations(table).list(status, MOST)),
  )
  return lists
    .flat()
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id))
    .map(({ id, title, refs, status, createdAt }) => ({ id, title, refs, status, raisedAt: createdAt }))
}

const FATES: Record<Act['status'], string> = {
  proposed: 'escalated',
  awaiting: 'escalated',
  escalated: 'escalated',
  refused: 'refused',
  held: 'held',
  planned: 'held',
  executing: 'unknown',
  unknown: 'unknown',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  expired: 'expired',
}

function fateOf(act: Act) {
  return {
    kind: act.kind,
    ref: act.ref,
    fate: FATES[act.status],
    heldUntil: act.status === 'held' ? act.heldUntil : null,
    receipt: act.status === 'done' ? act.receipt.id : null,
  }
}

/** Share of quotes that stand literally in their recorded signal. */
async function artefactsOf(table: Table, scenario: Scenario, signals: Signal[]) {
  const artefacts = connectArtefacts(table)
  const found = await Promise.all(
    scenario.projects.map(async ({ key }) => {
      const log = await artefacts.get(key, 'raid_log')
      if (!log) return []
      const claims = (await artefacts.changes(key, 'raid_log', MOST)).flatMap((change) =>
        change.changes.flatMap((each) => each.evidence),
      )
      const stands = claims.filter(
        (claim) =>
          claim.kind === 'computed' ||
          signals.some((each) => each.id === claim.signalId && each.text.includes(claim.text)),
      )
      return [
        {
          project: key,
          type: log.artefactType,
          version: log.version,
          refs: [...new Set(claims.map((claim) => claim.ref))].sort(),
          evidenceValid: claims.length === 0 ? null : stands.length / claims.length,
        },
      ]
    }),
  )
  return found.flat()
}
