import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { sourcePk } from '#src/adapters/dynamo/keys.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { artefactType } from '#src/domain/artefact.ts'
import type { SourceName } from '#src/domain/cycle.ts'
import type { Act } from '#src/domain/act.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { signal, type Signal } from '#src/domain/signal.ts'
import { IMPORTANCES, type Importance } from '#src/domain/verdict.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import type { Played } from './player.ts'

/** A connected source, by its account. */
export type Source = { source: SourceName; account: string }

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
  sources: Source[],
  played: Played,
  counts: Counts,
) {
  const signals = (await Promise.all(sources.map((each) => allSignals(table, each)))).flat()
  const spells = await Promise.all(
    sources.map(async ({ source, account }) => {
      const rows = await connectIntake(table, source, account).blindSpells()
      return rows.map(({ since, until, reason }) => ({ source, from: since, to: until, reason }))
    }),
  )
  const projects = ['GLOBAL', ...scenario.projects.map(({ key }) => key)]
  const acts = await Promise.all(projects.map((key) => connectActs(table).ofProject(key, MOST)))
  return {
    scenario: scenario.name,
    ...played,
    signals: {
      recorded: signals.length,
      duplicates: signals.length - new Set(signals.map((each) => each.id)).size,
      quarantined: signals.filter((each) => each.setAside !== null).length,
      byImportance: byImportance(signals),
    },
    classified: signals.flatMap(({ ref, source, kind, verdict }) =>
      verdict ? [{ ref, source, kind, importance: verdict.importance, by: verdict.by }] : [],
    ),
    escalations: await escalationsOf(table),
    acts: acts
      .flat()
      .reverse()
      .map((act) => fateOf(act, signals)),
    artefacts: await artefactsOf(table, scenario, signals),
    modelCalls: counts.modelCalls,
    costUsd: counts.costUsd,
    tableWrites: counts.tableWrites,
    blind: spells.flat(),
  }
}
export type Report = Awaited<ReturnType<typeof report>>

/** Every recorded signal of the account, by what it is, oldest first. */
export async function allSignals(table: Table, { source, account }: Source): Promise<Signal[]> {
  const rows = await table.query(sourcePk(source, account), { beginsWith: 'SIGNAL#' })
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

function fateOf(act: Act, signals: Signal[]) {
  return {
    kind: act.kind,
    ref: act.ref,
    fate: FATES[act.status],
    heldUntil: act.status === 'held' ? act.heldUntil : null,
    receipt: act.status === 'done' ? act.receipt.id : null,
    /** What it cites is recorded. */
    supported:
      act.evidence.length > 0 &&
      act.evidence.every((claim) => signals.some((each) => each.id === claim.signalId)),
  }
}

/** Share of quotes that stand literally in their recorded signal. */
async function artefactsOf(table: Table, scenario: Scenario, signals: Signal[]) {
  const artefacts = connectArtefacts(table)
  const texts = new Map(signals.map((each) => [each.id, each.text]))
  const wanted = scenario.projects.flatMap(({ key }) => artefactType.options.map((type) => ({ key, type })))
  const found = await Promise.all(
    wanted.map(async ({ key, type }) => {
      const document = await artefacts.get(key, type)
      if (!document) return []
      const changes = await artefacts.changes(key, type, MOST)
      const claims = changes.flatMap((change) => change.changes.flatMap((each) => each.evidence))
      const stands = claims.filter(({ kind, signalId, text }) =>
        kind === 'computed' ? texts.has(signalId) : texts.get(signalId)?.includes(text),
      )
      return [
        {
          project: key,
          type,
          version: document.version,
          refs: [...new Set(claims.map((claim) => claim.ref))].sort(),
          evidenceValid: claims.length === 0 ? null : stands.length / claims.length,
        },
      ]
    }),
  )
  return found.flat()
}
