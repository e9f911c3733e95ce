import { IMPORTANCES } from '#src/domain/verdict.ts'
import type { Score } from './score.ts'

/** The contract's fields, pooled over the scenarios. */
export function pooled(scores: Score[]) {
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0)
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
  const confusion: Score['confusion'] = {}
  for (const score of scores)
    for (const [wanted, row] of Object.entries(score.confusion))
      for (const [got, times] of Object.entries(row)) {
        const all = (confusion[wanted] ??= {})
        all[got] = (all[got] ?? 0) + times
      }
  return {
    scenarios: scores.length,
    accuracy: share(
      sum(({ right }) => right),
      sum(({ judged }) => judged),
    ),
    confusion,
    escalationPrecision: share(
      sum(({ useful }) => useful),
      sum(({ raised }) => raised),
    ),
    escalationRecall: share(
      sum(({ concerned }) => concerned),
      sum(({ mustConcern }) => mustConcern),
    ),
    hallucinatedActs: sum(({ hallucinatedActs }) => hallucinatedActs),
    evidenceValid: share(
      sum(({ evidence }) => evidence.valid),
      sum(({ evidence }) => evidence.documents),
    ),
    costUsd: sum(({ costUsd }) => costUsd),
    failures: scores.flatMap(({ failures }) => failures),
  }
}

type Pooled = ReturnType<typeof pooled>

/** The same for people: the figures, how signals were sorted, and what failed, scenario by scenario. */
export function inWords(result: Pooled): string {
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`
  return `${[
    `${result.scenarios} scenarios`,
    `accuracy ${percent(result.accuracy)}, decisions: recall ${percent(result.escalationRecall)}, precision ${percent(result.escalationPrecision)}`,
    `${result.hallucinatedActs} acts without support, evidence valid ${percent(result.evidenceValid)}, ${result.costUsd.toFixed(4)} USD`,
    ...tableOf(result.confusion),
    ...failuresOf(result.failures),
  ].join('\n')}\n`
}

const GOT = [...IMPORTANCES, 'none']
const WIDTH = 13

/** A row for each importance that was expected, a column for each that was given; empty where nothing was. */
function tableOf(confusion: Pooled['confusion']): string[] {
  const rows = IMPORTANCES.filter((wanted) => confusion[wanted] !== undefined)
  if (rows.length === 0) return []
  const line = (head: string, cells: string[]) =>
    [head.padEnd(WIDTH), ...cells.map((cell) => cell.padStart(WIDTH))].join('').trimEnd()
  return [
    '',
    line(
      'expected',
      GOT.map((got) => (got === 'none' ? 'not seen' : `as ${got}`)),
    ),
    ...rows.map((wanted) =>
      line(
        wanted,
        GOT.map((got) => String(confusion[wanted]?.[got] ?? '')),
      ),
    ),
  ]
}

function failuresOf(failures: Pooled['failures']): string[] {
  const scenarios = [...new Set(failures.map(({ scenario }) => scenario))]
  return scenarios.flatMap((name) => [
    '',
    name,
    ...failures.filter(({ scenario }) => scenario === name).map(({ what }) => `  ${what}`),
  ])
}
