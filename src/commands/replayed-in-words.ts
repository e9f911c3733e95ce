import type { Replayed } from '#src/sandbox/replay/replay.ts'

/** What a replay came to, for people: what is otherwise, then and now. */
export function replayedInWords({
  scenario,
  checks,
  signals,
  asked,
  sorted,
  decisions,
  acts,
}: Replayed): string {
  const nothing = sorted.length + decisions.length + acts.length === 0
  const lines = [
    `${scenario}: ${checks} stored checks with ${signals} changes and mails, run again`,
    ...sorted.map(
      ({ ref, kind, then, now }) =>
        `  sorted     ${ref} ${kind}: ${sortedWords(then)} -> ${sortedWords(now)}`,
    ),
    ...decisions.map(
      ({ title, then, now }) => `  needs you  ${title}: ${raisedWords(then)} -> ${raisedWords(now)}`,
    ),
    ...once(
      acts.map(
        ({ kind, ref, then, now }) =>
          `  act        ${kind} ${ref}: ${then ?? 'not proposed'} -> ${now ?? 'not proposed'}`,
      ),
    ),
    nothing
      ? 'Nothing came out otherwise.'
      : `${sorted.length} sorted, ${decisions.length} decisions, ${acts.length} acts otherwise`,
    `model calls ${asked.then.calls} -> ${asked.now.calls} (${asked.now.anew} asked anew), ${asked.then.costUsd.toFixed(4)} -> ${asked.now.costUsd.toFixed(4)} USD`,
  ]
  return `${lines.join('\n')}\n`
}

/** Equal lines as one, with their number. */
function once(lines: string[]): string[] {
  return [...Map.groupBy(lines, (line) => line)].map(([line, all]) =>
    all.length === 1 ? line : `${line} (${all.length} times)`,
  )
}

function sortedWords(of: Replayed['sorted'][number]['then']): string {
  return of === null ? 'not sorted' : `${of.importance} by ${of.rule}`
}

function raisedWords(of: Replayed['decisions'][number]['then']): string {
  return of === null
    ? 'not raised'
    : `${of.importance}, ${of.recommended} recommended, worded by ${of.wordedBy}`
}
