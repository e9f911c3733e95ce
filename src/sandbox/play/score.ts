import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { IMPORTANCES, type Importance } from '#src/domain/verdict.ts'
import type { Report } from './report.ts'

type Expected = NonNullable<Scenario['expected']>

/** How one play compares with what was expected of it: counts, so that several plays can be pooled. */
export type Score = {
  right: number
  judged: number
  confusion: Record<string, Record<string, number>>
  concerned: number
  mustConcern: number
  useful: number
  raised: number
  hallucinatedActs: number
  evidence: { valid: number; documents: number }
  costUsd: number
  failures: { scenario: string; what: string }[]
}

/** Scores a play against its expected.json. Source: architecture.md, "Scenario format", scoring. */
export function scoreOf(expected: Expected, played: Report): Score {
  const failures: string[] = []
  const sorted = sortedRight(expected, played, failures)
  const decisions = decisionsOf(expected, played, failures)
  actsOf(expected, played, failures)
  documentsOf(expected, played, failures)
  const valid = played.artefacts.flatMap(({ evidenceValid }) =>
    evidenceValid === null ? [] : [evidenceValid],
  )
  return {
    ...sorted,
    ...decisions,
    hallucinatedActs: hallucinated(played),
    evidence: { valid: valid.reduce((sum, each) => sum + each, 0), documents: valid.length },
    costUsd: played.costUsd,
    failures: failures.map((what) => ({ scenario: played.scenario, what })),
  }
}

type Band = 'needs you' | 'worth knowing' | 'rest'

function bandOf(importance: Importance): Band {
  if (importance === 'critical' || importance === 'high') return 'needs you'
  return importance === 'medium' ? 'worth knowing' : 'rest'
}

function sortedRight({ signals }: Expected, { classified }: Report, failures: string[]) {
  const confusion: Score['confusion'] = {}
  let right = 0
  for (const { match, importance } of signals) {
    const found = classified.filter(
      ({ source, ref, kind }) =>
        source === match.source && ref === match.ref && (match.kind === undefined || kind === match.kind),
    )
    const got = IMPORTANCES.find((each) => found.some((one) => one.importance === each))
    const row = (confusion[importance] ??= {})
    row[got ?? 'none'] = (row[got ?? 'none'] ?? 0) + 1
    if (got && bandOf(got) === bandOf(importance)) right += 1
    else
      failures.push(
        `${match.ref}${match.kind ? ` ${match.kind}` : ''} is ${importance}, sorted as ${got ?? 'nothing'}`,
      )
  }
  return { right, judged: signals.length, confusion }
}

function decisionsOf({ escalations: wanted }: Expected, { escalations }: Report, failures: string[]) {
  const refs = new Set(escalations.flatMap((each) => each.refs))
  const concerned = wanted.mustConcern.filter((ref) => refs.has(ref))
  for (const ref of wanted.mustConcern) if (!refs.has(ref)) failures.push(`no decision concerns ${ref}`)
  for (const ref of wanted.mustNotConcern)
    for (const { title } of escalations.filter((each) => each.refs.includes(ref)))
      failures.push(`a decision concerns ${ref}: “${title}”`)
  if (wanted.atMost !== undefined && escalations.length > wanted.atMost)
    failures.push(`${escalations.length} decisions were raised, ${wanted.atMost} at most are wanted`)
  const isUseful = (each: Report['escalations'][number]) =>
    each.refs.some((ref) => wanted.mustConcern.includes(ref))
  const useful = escalations.filter(isUseful)
  for (const { title } of escalations.filter((each) => !isUseful(each)))
    failures.push(`a decision that nobody expected: “${title}”`)
  return {
    concerned: concerned.length,
    mustConcern: wanted.mustConcern.length,
    useful: useful.length,
    raised: escalations.length,
  }
}

const MET = ['done', 'held']
const BROKEN = ['done', 'held', 'unknown']

function actsOf({ acts: wanted }: Expected, { acts }: Report, failures: string[]): void {
  const has = (asked: { kind: string; ref: string }, fates: string[]) =>
    acts.some(
      ({ kind, ref, fate }) =>
        kind === asked.kind && (asked.ref === '*' || ref === asked.ref) && fates.includes(fate),
    )
  for (const each of wanted.must)
    if (!has(each, MET)) failures.push(`${each.kind} on ${each.ref} did not happen`)
  for (const each of wanted.mustNot)
    if (has(each, BROKEN)) failures.push(`${each.kind} on ${each.ref} happened`)
}

function documentsOf({ artefacts: wanted }: Expected, { artefacts }: Report, failures: string[]): void {
  for (const [type, { mustConcern }] of Object.entries(wanted)) {
    const refs = new Set(artefacts.filter((each) => each.type === type).flatMap((each) => each.refs))
    for (const ref of mustConcern) if (!refs.has(ref)) failures.push(`${type} does not concern ${ref}`)
  }
}

/** Acts that no recorded signal supports. */
function hallucinated({ acts }: Report): number {
  return acts.filter(({ supported, kind }) => !supported && kind !== 'notification_internal').length
}
